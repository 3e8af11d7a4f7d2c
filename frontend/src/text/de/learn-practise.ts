/** The cards for the practice itself, in German: how much, what it feels like, when to stop, with what. */
import type { Card, CardId } from '../../domain/learn';

export const practise: Pick<
  Record<CardId, Card>,
  'how-much' | 'feel' | 'stop' | 'where-not' | 'next-days' | 'tools'
> = {
  'how-much': {
    title: 'Wie viel ist genug',
    about: 'Wenig, sanft und oft',
    parts: [
      { text: 'Beginn mit 5 bis 10 Minuten am Tag. Fang sanft an. Geh langsam vor.' },
      { text: 'Jeden Tag ein wenig bringt mehr als ab und zu viel.' },
      {
        title: 'Wie stark darf es sein, von 0 bis 10?',
        list: [
          '0 oder 1: Lehn dich ein wenig mehr an, wenn es sich gut anfühlt.',
          '2 bis 4: Gut so. Atme weiter.',
          '5: Mehr nicht. Lass ein wenig nach.',
          '6 oder 7: Zu viel. Geh weg von der Stelle. Mach es sanfter.',
          '8 oder mehr, oder es sticht: Hör jetzt auf.',
        ],
      },
      {
        text: 'Fester ist nicht besser. Eine Studie fand: Leichtes und starkes Rollen brachten gleich viel.',
      },
      { text: 'Ein Tag Ruhe ist gut.' },
    ],
  },
  feel: {
    title: 'Was du spüren kannst',
    about: 'Wärme, guter Druck, Gefühle',
    parts: [
      {
        text: 'Viele spüren etwas davon:',
        list: [
          'Wärme oder Kühle',
          'Ein sanftes Ziehen, oder mehr Platz',
          'Einen guten Druck, 4 oder weniger',
          'Ein Kribbeln oder Pochen an der Stelle, das gleich vergeht',
          'Ein Zucken, das von selbst kommt',
          'Tiefe Ruhe, oder du wirst müde',
        ],
      },
      { text: 'Manche spüren nicht viel. Auch das ist gut.' },
      {
        title: 'Wenn Gefühle kommen',
        text: 'Vielleicht kommen Tränen, ein Lachen oder ein altes Bild. Das ist in Ordnung. Hör auf, spür deine Füße, atme. Sprich mit jemandem, dem du traust. Deiner Praxis sagst du es nur, wenn du magst.',
      },
      {
        title: 'Was anders ist',
        text: 'Hör auf, wenn ein Arm oder Bein hinab kribbelt oder taub wird. Hör auf, wenn es sticht.',
      },
    ],
  },
  stop: {
    title: 'Wann du aufhörst',
    about: 'Wann Schluss ist, wann du Hilfe rufst',
    parts: [
      { text: 'Hör jetzt auf. Nimm den Ball weg. Ruh dich aus.' },
      {
        title: 'Hör auf, wenn es sich so anfühlt',
        list: [
          'Spitz, wie ein Stich',
          'Brennend',
          'Wie Strom',
          'Taub',
          'Als liefe es einen Arm oder ein Bein hinab',
        ],
      },
      { text: 'Nur zu stark? Geh weg von der Stelle. Mach es sanfter, oder lass es weg.' },
      {
        title: 'Ruf jetzt Hilfe bei',
        call: true,
        list: [
          'Schmerz in der Brust oder plötzlicher Atemnot',
          'Einem Gesicht, das hängt, einem schwachen Arm, Mühe beim Sprechen',
          'Plötzlichem Kopfweh, so stark wie nie',
          'Taubheit zwischen den Beinen, oder du kannst nicht mehr gut Wasser lassen',
          'Einem Bein, das neu dick, warm oder rot ist',
        ],
      },
      {
        text: 'Nicht sicher? Hör auf und frag nach. Pith passt nicht auf dich auf. Deine Praxis sieht eine Notiz vielleicht erst später.',
      },
    ],
  },
  'where-not': {
    title: 'Wo du nicht drückst',
    about: 'Orte und Tage, die Ruhe brauchen',
    parts: [
      {
        title: 'Drück hier nie',
        list: [
          'Die Knochen der Wirbelsäule',
          'Die weiche Stelle am Rücken unter den Rippen',
          'Der Bauch',
          'Der Hals vorn und an der Seite',
          'Achsel, Leiste, Kniekehle',
          'Die Augen',
          'Wunden, blaue Flecken, Knoten, dicke Adern',
          'Neue Verletzungen, und Haut, die heiß, rot oder dick ist',
        ],
      },
      {
        title: 'Heute nicht',
        text: 'Lass jeden Druck weg, wenn du Fieber hast oder krank bist. Auch nach starken Schmerzmitteln oder Alkohol.',
      },
      {
        title: 'Frag zuerst',
        text: 'Sind deine Knochen dünn? Nimmst du Blutverdünner? Blutest du leicht, oder hattest du ein Gerinnsel? Sag es deiner Praxis, bevor du drückst.',
      },
    ],
  },
  'next-days': {
    title: 'Die nächsten 2 Tage',
    about: 'Was in 24 bis 48 Stunden sein kann',
    parts: [
      {
        title: 'Das kann sein, und dann lässt es nach',
        list: [
          'Es fühlt sich an wie Muskelkater.',
          'Du bist müde, warm oder leicht.',
          'Was du schon kennst, tut kurz etwas mehr weh.',
          'Gefühle kommen hoch.',
        ],
      },
      {
        title: 'Sei gut zu dir',
        text: 'Trink etwas Wasser und geh ein wenig, wenn du magst. Spür, was neu ist.',
      },
      {
        title: 'Sag es am gleichen Tag deiner Praxis',
        list: [
          'Nach 2 Tagen ist es noch da, oder es wird stärker.',
          'Der Schmerz liegt 3 oder mehr über vorher.',
          'Ein blauer Fleck ist größer als eine Münze.',
          'Du nimmst Blutverdünner und hast einen blauen Fleck.',
          'Dir ist über 30 Minuten schwindlig, oder etwas bleibt taub.',
          'Etwas ist dick, oder du hast neues Kopfweh.',
          'Du kannst deshalb nicht schlafen.',
        ],
      },
    ],
  },
  tools: {
    title: 'Womit du übst',
    about: 'Bälle, Rollen und Dinge von zu Hause',
    parts: [
      {
        list: [
          'Weicher Ball: Nimm 2 dicke Socken, fest gerollt.',
          '2 Bälle: Steck 2 Tennisbälle in eine lange Socke. Mach einen Knoten.',
          'Weiche Rolle: Roll ein großes Handtuch und bind es fest.',
          'Stab: Nimm ein Nudelholz, für Unterschenkel oder Unterarm.',
          'Haken: Steck einen Ball in eine lange Socke. Häng sie an der Wand über die Schulter.',
          'Golfball: Fang mit einem weicheren an.',
        ],
      },
      {
        title: 'Bevor du tauschst',
        text: 'Nimm immer etwas Weicheres, nie etwas Härteres. Nimm nichts aus Glas und nichts mit Kanten. Nicht sicher? Frag in deiner Praxis.',
      },
      {
        text: 'Heute nichts da? Tipp auf Start und dann auf „Kein Hilfsmittel da?“. Wähl einen anderen Weg.',
      },
    ],
  },
};
