/** Words of the practice's settings, in German. */
import type { DeskWords } from '../desk';

export const practice: DeskWords['practice'] = {
  title: 'Praxis',
  about: {
    title: 'Über die Praxis',
    name: 'Name der Praxis',
    zone: 'Zeitzone',
    emergency: 'Notrufnummer',
    emergencyHint: 'Steht auf dem Handy, wenn etwas sofort Hilfe braucht, etwa 112.',
    minors: 'Menschen unter 18',
    minorsOptions: {
      no: 'Niemand unter 18',
      guardian: 'Mit einem Elternteil oder Vormund',
      '16_plus': 'Ab 16 Jahren',
    },
    numbers: {
      retention_months: {
        label: 'Daten behalten (Monate)',
        hint: 'Was älter ist, wird nach dem letzten Üben gelöscht.',
      },
      idle_minutes: {
        label: 'Neu anmelden nach (Minuten)',
        hint: 'Wenn am Schreibtisch nichts geschieht: 30 bis 720.',
      },
    },
    save: 'Speichern',
    saved: 'Gespeichert.',
    ownerOnly: 'Nur die Inhaberin oder der Inhaber der Praxis kann das ändern.',
  },
  members: {
    title: 'Therapeutinnen und Therapeuten',
    you: 'Sie',
    owner: 'Inhaber',
    member: 'sieht die Menschen, die ihr oder ihm zugeteilt sind',
    add: 'Jemanden hinzufügen',
    name: 'Name',
    email: 'E-Mail',
    password: 'Erstes Passwort',
    passwordHint: 'Mindestens 10 Zeichen. Sagen Sie es persönlich.',
    submit: 'Hinzufügen',
    added: (name) => `${name} kann sich jetzt anmelden. Zugang geben Sie auf der Seite jeder Person.`,
    end: 'Zugang beenden',
    endOf: (name) => `Zugang von ${name} beenden`,
    endTitle: (name) => `Den Zugang von ${name} beenden?`,
    endAbout:
      'Alle Anmeldungen enden sofort, und unbenutzte Einladungen gelten nicht mehr. Sie sehen weiterhin alle Personen und alles, was geschrieben wurde.',
    endDo: 'Zugang jetzt beenden',
    ended: (name) => `${name} hat keinen Zugang mehr.`,
  },
  self: {
    title: 'Ihr Name und Passwort',
    name: 'Ihr Name',
    saveName: 'Namen speichern',
    password: 'Passwort ändern',
    current: 'Jetziges Passwort',
    fresh: 'Neues Passwort',
    freshHint: 'Mindestens 10 Zeichen. Ein paar Wörter zusammen merken sich leicht.',
    savePassword: 'Passwort ändern',
    saved: 'Gespeichert.',
    changed: 'Geändert. Überall sonst sind Sie jetzt abgemeldet.',
  },
  signIns: {
    title: 'Wo Sie angemeldet sind',
    this: 'dieser hier',
    unknown: 'Ein Browser',
    since: (when) => `seit ${when}`,
    seen: (when) => `zuletzt benutzt ${when}`,
    end: 'Dort abmelden',
    ended: 'Dort abgemeldet.',
  },
  leave: 'Hier abmelden',
};
