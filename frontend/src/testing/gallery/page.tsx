/** /dev/gallery, in development only: every component in every state. `?player` shows them in its night, `?dir=rtl`
 * turns the page, `?open=` opens a dialog. */
import '../../styles/layers.css';
import '../../styles/tokens.css';
import '../../styles/base.css';
import '../../styles/utilities.css';
import './gallery.css';
import { type ComponentChildren, render } from 'preact';
import { loadFirstWords } from '../../text';
import { Toast } from '../../ui';
import { Colours, Type } from './basics';
import { Asking, Controls, Filling, Questions } from './controls';
import { Charts, Days, Icons, Slices } from './pictures';

const asked = new URLSearchParams(location.search);

function Gallery() {
  return (
    <>
      {asked.has('player') ? <Night /> : <Day />}
      <Asking open={asked.get('open')} />
      <Toast />
    </>
  );
}

function Day() {
  return (
    <main class="gallery">
      <h1>Gallery</h1>
      <Group title="Colours by role">
        <Colours />
      </Group>
      <Group title="Type">
        <Type />
      </Group>
      <Group title="Buttons, chips, tabs">
        <Controls />
      </Group>
      <Group title="Fields">
        <Filling />
      </Group>
      <Group title="Questions and news">
        <Questions />
      </Group>
      <Group title="The slice">
        <Slices />
      </Group>
      <Group title="Days">
        <Days />
      </Group>
      <Group title="Courses">
        <Charts />
      </Group>
      <Group title="Signs">
        <Icons />
      </Group>
    </main>
  );
}

function Night() {
  return (
    <div class="player">
      <main class="gallery">
        <h1>In the player</h1>
        <Group title="Colours by role">
          <Colours />
        </Group>
        <Group title="Buttons, chips, tabs">
          <Controls />
        </Group>
        <Group title="Questions and news">
          <Questions />
        </Group>
        <Group title="The slice">
          <Slices />
        </Group>
      </main>
    </div>
  );
}

function Group({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section class="gallery-group">
      <h2>{title}</h2>
      {children}
    </section>
  );
}

document.documentElement.dir = asked.get('dir') ?? 'ltr';
await loadFirstWords();
const root = document.getElementById('app');
if (!root) throw new Error('the page has no place for the gallery');
render(<Gallery />, root);
