import { useEffect } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { profile, view } from '../../../store';
import { care } from '../../../text/care';
import { me } from '../../../text/me';
import { loadSafetyWords } from '../../../text/safety';
import { Banner, Button, Icon, Screen } from '../../../ui';
import { BodyRow } from '../parts/body-slots';
import { ContactNote } from '../parts/contact-note';
import { MeasuresPart } from '../parts/later/measures-row';
import { SendNow } from '../parts/later/send-now';
import { slot } from '../parts/later-part';
import { LeadRow } from '../parts/lead-slot';
import { LearnLink } from '../parts/learn-link';
import { ClientNav } from '../parts/nav';
import { useNumberHere } from '../parts/number-here';
import { SaveState } from '../parts/save-state';
import { withSaid } from '../parts/with-said';
import { Attention } from './attention';
import { Handover } from './handover';
import { Install } from './install';
import { KeepStorage, PhotosAway } from './keep-storage';
import { LanguageChoice } from './language';
import { RemindersRow } from './reminders-row';
import { YourData } from './your-data';
import './screen.css';

const WhatChanged = slot(
  withSaid(() => import('../parts/later/what-changed').then((it) => it.WhatChanged)),
  loadSafetyWords,
);

export function Me() {
  const { route } = useLocation();
  useEffect(() => {
    if (!profile.value) route('/', true);
  }, [profile.value]);
  const who = profile.value;
  if (!who) return null;
  const words = me;
  return (
    <Screen
      title={view.value?.me.name ?? who.name}
      eyebrow={words.at(who.practice_name, view.value?.me.therapist_name ?? who.therapist_name)}
      aside={<SaveState />}
      nav={<ClientNav current="me" />}
    >
      <ContactNote />
      <Emergency />
      <div class="me-body">
        <BodyRow from="me" />
      </div>
      <section class="me-part">
        <h2>{words.answers}</h2>
        <p class="soft">{words.answersText}</p>
        <Button kind="quiet" href="/intake">
          {words.answersGo}
        </Button>
      </section>
      {view.value?.program && (
        <div class="me-changed">
          <WhatChanged />
        </div>
      )}
      <MeasuresPart />
      <RemindersRow />
      <section class="me-part">
        <h2>{care.ask.meTitle}</h2>
        <p class="soft">{care.ask.meText}</p>
        <Button kind="quiet" icon="ask" href="/ask">
          {care.ask.link}
        </Button>
      </section>
      <section class="me-part">
        <h2>{words.sending}</h2>
        <SendNow />
      </section>
      <Attention />
      <Install />
      <Handover />
      <LeadRow />
      <section class="me-part">
        <h2>{words.devices}</h2>
        <p class="soft">{words.devicesText}</p>
      </section>
      <LanguageChoice />
      <KeepStorage />
      <PhotosAway />
      <LearnLink />
      <YourData name={view.value?.me.name ?? who.name} />
    </Screen>
  );
}

function Emergency() {
  const words = me;
  const number = useNumberHere();
  return (
    <Banner
      tone="warn"
      icon="phone"
      title={words.help}
      action={
        number && (
          <a class="me-call" href={`tel:${number.replace(/[^\d+]/g, '')}`}>
            <Icon name="phone" size={1.25} />
            {words.call(number)}
          </a>
        )
      }
    >
      <p>{words.helpText}</p>
    </Banner>
  );
}
