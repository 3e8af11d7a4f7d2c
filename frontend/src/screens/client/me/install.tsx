import { installOffer } from '../../../sw-bridge';
import { me } from '../../../text/me';
import { Button } from '../../../ui';

/** How the app comes to the home screen: by one tap where the browser offers it, by a few words everywhere else. */
export function Install() {
  const words = me;
  if (matchMedia('(display-mode: standalone)').matches) {
    return (
      <section class="me-part">
        <h2>{words.install}</h2>
        <p class="soft">{words.installed}</p>
      </section>
    );
  }
  const offer = installOffer.value;
  return (
    <section class="me-part">
      <h2>{words.install}</h2>
      <p class="soft">{words.installIntro}</p>
      {offer && (
        <Button kind="quiet" icon="download" onClick={() => void offer.prompt()}>
          {words.installNow}
        </Button>
      )}
      <Steps title={words.android} steps={words.androidSteps} />
      <Steps title={words.iphone} steps={words.iphoneSteps} />
    </section>
  );
}

function Steps({ title, steps }: { title: string; steps: readonly string[] }) {
  return (
    <details class="me-steps">
      <summary>{title}</summary>
      <ol>
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </details>
  );
}
