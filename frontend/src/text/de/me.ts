/** The words of what belongs to the person, in German. */
import type { MeWords } from '../me';
import { plural } from '../plural';

export const me: MeWords = {
  title: 'Ich',
  at: (practice, therapist) => [practice, therapist].filter(Boolean).join(' · '),
  help: 'Ruf Hilfe, wenn es eilt',
  helpText: 'Pith ist kein Notdienst, und niemand schaut rund um die Uhr darauf.',
  call: (number) => `${number} anrufen`,
  sending: 'An deine Praxis gesendet',
  attentionTitle: 'Braucht einen Blick',
  attentionText:
    'Das hat die Praxis nicht angenommen. Es bleibt auf diesem Handy. Speichere es in eine Datei und zeig sie in der Praxis.',
  attentionSave: 'In eine Datei speichern',
  attentionKind: {
    session: 'Ein Üben',
    hurt: 'Ein Stopp',
    note: 'Eine Notiz',
    question: 'Eine Frage',
    consent: 'Deine Zustimmung',
    void: 'Ein zurückgenommenes Üben',
    other: 'Ein Eintrag',
  },
  attentionWhy: {
    conflict: 'unter seiner Nummer ist etwas anderes gespeichert',
    rejected: 'die Praxis konnte ihn nicht lesen',
    retry: 'die Praxis hat es 5 Mal versucht',
    too_large: 'er ist zu lang',
  },
  install: 'Pith auf den Startbildschirm legen',
  installed: 'Pith liegt auf deinem Startbildschirm.',
  installIntro: 'Dann öffnet es sich wie jede App, bildschirmfüllend, mit oder ohne Netz.',
  installNow: 'Jetzt hinzufügen',
  android: 'Android',
  androidSteps: [
    'Öffne das Menü des Browsers (3 Punkte).',
    'Tippe auf „Zum Startbildschirm hinzufügen“ oder „App installieren“.',
    'Tippe auf „Installieren“.',
  ],
  iphone: 'iPhone',
  iphoneSteps: [
    'Tippe in Safari auf das Teilen-Zeichen (ein Quadrat mit Pfeil).',
    'Wisch nach unten und tippe auf „Zum Home-Bildschirm“.',
    'Komm hierher zurück und tippe auf „In der App benutzen“: Du bekommst einen Code.',
    'Öffne Pith vom Home-Bildschirm, tippe auf „Ich habe einen Code“ und gib ihn ein.',
  ],
  handover: 'In der App oder auf einem zweiten Handy',
  handoverText:
    'Mit einem Code meldest du die App an, oder ein anderes Handy. Er gilt einmal, 10 Minuten lang.',
  handoverGo: 'In der App benutzen',
  handoverWaiting:
    'Einige Einträge sind noch nicht gesendet. Such dir Netz und versuch es noch einmal. So geht nichts verloren.',
  handoverCode: 'Dein Code',
  handoverUntil: (time) => `Gültig bis ${time}, für ein Mal.`,
  answers: 'Deine Antworten',
  answersText: 'Was du uns von deiner Gesundheit und deinem Tag erzählt hast.',
  answersGo: 'Ansehen und ändern',
  devices: 'Handy verloren?',
  devicesText:
    'Sag deiner Praxis Bescheid. Sie schließt es von dort aus. Es löscht sich dann selbst, und du bekommst einen neuen Link. Dein Verlauf kommt zurück.',
  storage: 'Speicher auf diesem Handy',
  storageKept: 'Dieses Handy hat zugesagt, deine Einträge zu behalten.',
  storageMay:
    'Wird der Platz sehr knapp, löscht dieses Handy vielleicht, was schon gesendet ist. Pith auf dem Startbildschirm hilft dagegen.',
  storageAsk: 'Das Handy bitten, sie zu behalten',
  photosFull: 'Dieses Handy ist voll. Schaffe Platz, sonst brauchen manche Bilder das Netz.',
  storageRefused: 'Das Handy hat noch nicht zugesagt. Nach ein paar Tagen Gebrauch tut es das oft.',
  language: 'Sprache',
  languageLabel: 'Pith und dein Programm sprechen',
  languageHint: 'Die Seite öffnet sich neu. Worte aus deiner Praxis bleiben, wie sie geschrieben sind.',
  languageOffline: 'Diese Sprache ist noch nicht auf dem Handy. Such dir Netz und versuch es noch einmal.',
  languageUnsaved: 'Dieses Handy konnte es nicht behalten. Nichts ist geändert. Versuch es noch einmal.',
  data: 'Deine Daten',
  exportGo: 'Meine Daten in eine Datei speichern',
  exportText: 'Alles, was deine Praxis über dich gespeichert hat.',
  exportFailed: 'Dafür braucht es Netz. Nichts wurde gespeichert. Versuch es gleich noch einmal.',
  out: 'Abmelden',
  outTitle: 'Von diesem Handy abmelden?',
  outText:
    'Alles von dir wird von diesem Handy entfernt. Was gesendet ist, bleibt in der Praxis. Um wiederzukommen, brauchst du einen neuen Link.',
  outGo: 'Abmelden',
  outBusy: 'Zuerst wird der Rest gesendet',
  outWarn: (count) =>
    `${plural(count, 'Eintrag ist', 'Einträge sind')} nicht gesendet. Wenn du dich jetzt abmeldest, ist das weg.`,
  outSave: 'Zuerst in eine Datei speichern',
  outAnyway: 'Abmelden und verlieren',
  erase: 'Alle meine Daten löschen',
  eraseTitle: 'Alles löschen?',
  eraseText:
    'Dein Programm, dein Üben und deine Notizen werden gelöscht. Auf diesem Handy und in der Praxis. Niemand kann sie zurückholen. Speichere zuerst deine Daten, wenn du sie vielleicht brauchst.',
  eraseName: (name) => `Tippe deinen Namen (${name}), um weiterzumachen`,
  eraseWrong: 'Das ist nicht der Name, wie er oben steht.',
  eraseGo: 'Alles löschen',
  eraseFailed: 'Es hat nicht geklappt, und nichts wurde gelöscht. Dafür braucht es Netz.',
  cancel: 'Abbrechen',
  fileName: 'pith-meine-daten.json',
  attentionFile: 'pith-braucht-einen-blick.json',
  unsentFile: 'pith-nicht-gesendet.json',

  waiting: {
    sending: 'Wird gesendet',
    safe: (count) =>
      count === 1
        ? '1 Eintrag ist sicher auf diesem Handy und noch nicht in der Praxis. Er geht von selbst los, sobald es Netz gibt.'
        : `${count} Einträge sind sicher auf diesem Handy und noch nicht in der Praxis. Sie gehen von selbst los, sobald es Netz gibt.`,
    since: (when) => `Der älteste ist von ${when}.`,
    unreachable: 'Die Praxis ist gerade nicht zu erreichen.',
    troubled: 'Die Praxis antwortet, kann aber gerade nichts annehmen.',
    signedOut: 'Dieses Handy ist abgemeldet. Melde dich wieder an, dann wird alles gesendet.',
    now: 'Jetzt senden',
    sent: 'Alles ist angekommen.',
  },
};
