import { desk } from '../../../text/desk';
import { Slice } from '../../../ui';
import { Heading } from '../parts/page';
import { AddClient } from './add-client';
import './clients.css';

const words = () => desk.first;

/** An empty practice says what to do first, and lets her do it here. */
export function FirstRun() {
  return (
    <div class="first-run">
      <Slice parts={[1, 0, 0]} size={5} label="" />
      <Heading title={words().title} />
      <p class="soft">{words().about}</p>
      <ol class="first-run-steps">
        {words().steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <AddClient />
    </div>
  );
}
