/** The cards to read, in German: what the work is, where to find help. At most 150 words each. */
import type { Card, CardGroup, CardId } from '../../domain/learn';
import type { LearnWords } from '../learn';
import { practise } from './learn-practise';

const groups: Record<CardGroup, string> = {
  know: 'Lern es kennen',
  practise: 'Beim Üben',
  help: 'Gut zu fragen',
};

const know: Pick<Record<CardId, Card>, 'fascia' | 'two-ways' | 'at-home'> = {
  fascia: {
    title: 'Was Faszien sind',
    about: 'Das Netz, das dich hält',
    parts: [
      {
        text: 'Faszien sind ein dünnes, festes Netz in dir. Es hüllt jeden Muskel, jeden Knochen und jeden Nerv ein. Und es hält sie zusammen.',
      },
      {
        text: 'Denk an eine Orange. Das Weiße hüllt jedes Stück ein und hält die ganze Frucht. Auf Englisch heißt es „pith“. So heißt auch diese App.',
      },
      { text: 'In dem Netz enden sehr viele Nerven. So hilft es dir, dich selbst zu spüren.' },
      {
        text: 'An guten Tagen gleiten die Schichten leicht. Nach einem Stoß, bei Stress oder langem Sitzen fühlt sich eine Stelle oft steif an. Warum das so ist, weiß man noch nicht genau.',
      },
      {
        text: 'Das Netz geht durch den ganzen Körper. Darum übst du manchmal auch neben der Stelle, die weh tut.',
      },
    ],
  },
  'two-ways': {
    title: 'Hinein oder weg davon',
    about: 'Direkt und indirekt üben',
    parts: [
      {
        title: 'Anlehnen und warten',
        text: 'Du ruhst mit sanftem Druck auf einer festen Stelle. Du bleibst still und atmest. Nach einer Weile wird sie vielleicht weicher. So geht es meist mit Ball und Rolle. Das nennt man direkt.',
      },
      {
        title: 'Weggehen und warten',
        text: 'Du gehst weg von der festen Stelle, dorthin, wo es leicht ist. Dort ruhst du dich aus. Nichts drückt. Das passt, wenn dein Körper zart ist oder der Tag schwer. Das nennt man indirekt.',
      },
      { text: 'Beides ist gut. Oft ist beides im Programm. Deine Praxis wählt, was zu dir passt.' },
    ],
  },
  'at-home': {
    title: 'In der Praxis und zu Hause',
    about: 'Was wo gut geht',
    parts: [
      {
        title: 'In der Praxis',
        list: [
          'Die Hände spüren, was dein Körper tut.',
          'Der Druck ist meist leicht. Er bleibt oft 3 bis 5 Minuten.',
          'Es geht um den ganzen Körper, nicht nur um die Stelle.',
        ],
      },
      {
        title: 'Allein',
        list: [
          'Dein Gewicht oder deine Hand drückt. Das wird schnell zu stark.',
          'Du hältst kürzer und kommst nicht so tief.',
          'Niemand sonst spürt, wie es ist. Darum fragt Pith danach.',
        ],
      },
      { text: 'Beides passt gut zusammen. Ein paar Minuten zu Hause helfen durch die Zeit bis zum Termin.' },
    ],
  },
};

const help: Pick<Record<CardId, Card>, 'questions' | 'pregnancy-surgery' | 'therapist' | 'warning-signs'> = {
  questions: {
    title: 'Oft gefragt',
    about: 'Schmerz, Dauer, Massage, Geld',
    parts: [
      {
        title: 'Muss es weh tun?',
        text: 'Nein. Ein guter Druck genügt, 4 oder weniger. Sticht es, dann hör immer auf.',
      },
      {
        title: 'Wie lange dauert es?',
        text: 'Das ist bei jedem anders. Ist es neu, dann sind es oft 3 bis 6 Termine. Ist es alt, dann oft 10 bis 12, und danach ab und zu.',
      },
      {
        title: 'Ist das Massage?',
        text: 'Es ist ruhiger. Massage streicht und geht weiter. Hier bleibst du an einer Stelle und wartest.',
      },
      { title: 'Und wenn sich nichts ändert?', text: 'Das ist in Ordnung. Sag es beim nächsten Termin.' },
      {
        title: 'Was passt gut dazu?',
        text: 'Yoga, Gehen und der Rat deiner Ärztin oder deines Arztes. Sag allen, die dir helfen, was du tust.',
      },
      { title: 'Wer zahlt?', text: 'Das kommt darauf an. Frag zuerst deine Kasse.' },
    ],
  },
  'pregnancy-surgery': {
    title: 'Schwanger oder operiert',
    about: 'Erst fragen, dann sanft beginnen',
    parts: [
      {
        title: 'Schwanger',
        text: 'Sag es deiner Praxis, bevor du weiter übst. Manches fällt jetzt weg, vor allem in den ersten 3 Monaten. Anderes geht anders. Geh zu jemandem, der sich damit gut auskennt.',
      },
      {
        title: 'Nach einer Operation',
        list: [
          'Frag zuerst dort, wo du operiert wurdest.',
          'Lass die Stelle in der ersten Woche in Ruhe.',
          'Sehr leicht geht es oft nach 1 bis 2 Wochen. Aber nur, wenn sie dort Ja sagen.',
          'Mehr geht oft nach 6 bis 8 Wochen.',
          'Drück nie auf eine Wunde, die noch offen ist.',
        ],
      },
      { text: 'Sag beides deiner Praxis. Dann passt dein Programm wieder zu dir.' },
    ],
  },
  therapist: {
    title: 'Die richtige Praxis finden',
    about: 'Gute Zeichen, gute Fragen',
    parts: [
      {
        title: 'Gute Zeichen',
        list: [
          'Sie haben zuerst einen Beruf in Pflege, Therapie oder Massage gelernt.',
          'Danach haben sie diese Arbeit gelernt und lernen weiter.',
          'Sie fragen, wie es dir geht und was du willst.',
          'Sie reden gern mit deiner Ärztin oder deinem Arzt.',
          'Sie hören zu. Du fühlst dich wohl.',
        ],
      },
      {
        title: 'Frag vor dem ersten Termin',
        list: [
          'Wo haben Sie das gelernt?',
          'Wie lange tun Sie das schon?',
          'Womit kommen die meisten zu Ihnen?',
          'Wie läuft ein Termin ab?',
          'Wie viele Termine brauche ich wohl?',
        ],
      },
      { text: 'Wer gut ist, freut sich über solche Fragen.' },
    ],
  },
  'warning-signs': {
    title: 'Zeichen zur Vorsicht',
    about: 'Wann du besser weiter suchst',
    parts: [
      {
        text: 'Pass auf, wenn jemand:',
        list: [
          'sagt, dass bald oder gleich kein Schmerz mehr da ist',
          'nur mit viel Kraft arbeitet',
          'nur ein paar Minuten Zeit hat',
          'nicht mit deiner Ärztin oder deinem Arzt reden will',
          'sagt, dass du gar keinen Arzt brauchst',
        ],
      },
      { text: 'Du darfst immer Nein sagen. Du darfst aufhören und gehen. Du musst nicht sagen, warum.' },
      { text: 'Trau deinem Gefühl. Gute Hilfe ist ruhig und freundlich.' },
    ],
  },
};

export const learn: LearnWords = {
  title: 'Gut zu wissen',
  intro: 'Kurze Karten zum Lesen, wann du magst. Sie gehen auch ohne Netz.',
  eyebrow: 'Gut zu wissen',
  all: 'Alle Karten',
  next: (title) => `Weiter: ${title}`,
  backToPractice: 'Zurück zum Üben',
  call: (number) => `${number} anrufen`,
  groups,
  cards: { ...know, ...practise, ...help },
};
