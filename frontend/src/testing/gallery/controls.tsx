import { useEffect, useState } from 'preact/hooks';
import {
  Banner,
  Button,
  type ButtonProps,
  Chip,
  Chips,
  Confirm,
  Dialog,
  Field,
  PainScale,
  Select,
  showToast,
  Tabs,
} from '../../ui';

const KINDS: readonly NonNullable<ButtonProps['kind']>[] = ['primary', 'quiet', 'danger', 'link'];
const nothing = () => undefined;

export function Controls() {
  const [pressed, setPressed] = useState(true);
  return (
    <>
      {KINDS.map((kind) => (
        <div class="row" key={kind}>
          <Button kind={kind}>Save</Button>
          <Button kind={kind} icon="check">
            With a sign
          </Button>
          <Button kind={kind} icon="next" iconEnd>
            Go on
          </Button>
          <Button kind={kind} disabled>
            Not now
          </Button>
          <Button kind={kind} busy>
            Saving
          </Button>
        </div>
      ))}
      <Button wide>Start</Button>
      <Chips label="Feelings">
        <Chip pressed={pressed} onToggle={() => setPressed(!pressed)}>
          Warm
        </Chip>
        <Chip pressed={false} onToggle={nothing}>
          Tingling
        </Chip>
        <Chip pressed={false} disabled onToggle={nothing}>
          Not now
        </Chip>
      </Chips>
      <Tabs
        label="Pages"
        tabs={[
          { href: '#today', label: 'Today', icon: 'today', current: true },
          { href: '#history', label: 'History', icon: 'history', current: false },
          { href: '#me', label: 'Me', icon: 'person', current: false, count: 2 },
        ]}
      />
    </>
  );
}

export function Filling() {
  const [name, setName] = useState('Ana');
  const given = { value: name, onInput: setName };
  return (
    <div class="gallery-fields">
      <Field label="First name" name="a" {...given} />
      <Field label="With a hint" name="b" hint="As you are called." {...given} />
      <Field label="With an error" name="c" error="Please fill this in." {...given} value="" />
      <Field label="Empty" name="d" value="" onInput={nothing} placeholder="Left side lets go faster" />
      <Field label="A code" name="e" code value="7QK2M" onInput={nothing} />
      <Field label="A few words" name="f" multiline value="It let go after two breaths." onInput={nothing} />
      <Select
        label="One of several"
        name="g"
        value="2"
        options={[1, 2, 3].map((level) => ({ value: String(level), label: `Level ${level}` }))}
        onChange={nothing}
        hint="Softer below, firmer above."
      />
    </div>
  );
}

export function Questions() {
  const [pain, setPain] = useState<number | null>(3);
  return (
    <div class="gallery-fields">
      <PainScale label="Pain, not yet told" value={null} onChange={nothing} />
      <PainScale label="Pain now" value={pain} onChange={setPain} />
      <Banner tone="calm" title="All saved">
        <p>Your therapist can read it now.</p>
      </Banner>
      <Banner tone="warn" title="Kept on this phone" action={<Button kind="quiet">Send now</Button>}>
        <p>It goes by itself as soon as there is a network.</p>
      </Banner>
      <Banner tone="urgent" title="Stop now">
        <p>Come off the spot. Less is fine.</p>
      </Banner>
    </div>
  );
}

/** What stands above the page; `open` says which. */
export function Asking({ open }: { open: string | null }) {
  useEffect(() => {
    if (open === 'toast')
      showToast({
        text: 'A new version is ready.',
        action: { label: 'Use it', run: nothing },
        sticky: true,
      });
  }, []);
  return (
    <>
      <Dialog title="Kept on this phone" open={open === 'dialog'} onClose={nothing}>
        <p>Two entries are safe on this phone and not at the practice yet.</p>
        <Button>Send now</Button>
      </Dialog>
      <Confirm
        title="Erase Ana?"
        open={open === 'confirm'}
        onClose={nothing}
        yes="Erase"
        no="Cancel"
        onYes={nothing}
        name={{ wanted: 'Ana', label: 'Type “Ana” to erase her data', wrong: 'That is another name.' }}
      >
        <p>Nobody can take this back.</p>
      </Confirm>
    </>
  );
}
