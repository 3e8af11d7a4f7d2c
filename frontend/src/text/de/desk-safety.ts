/** Words of what the rules say at the desk, in German. */
import type { DeskWords } from '../desk';

const ROLES: Record<string, string> = {
  surgeon: 'Chirurgin oder Chirurg',
  physician: 'Ärztin oder Arzt',
  physician_or_pt: 'Ärztin, Arzt oder Physiotherapie',
  prenatal_experience: 'Fachkraft mit Erfahrung in der Schwangerschaft',
  lymphoedema_therapist: 'Lymphtherapeutin oder Lymphtherapeut',
  therapist_reason: 'Sie selbst, mit Grund',
  guardian_consent: 'Elternteil oder Vormund',
};

const NEEDS: Record<string, string> = {
  surgeon: 'braucht Chirurgie',
  physician: 'braucht ärztliches Ja',
  physician_or_pt: 'braucht Arzt oder Physio',
  prenatal_experience: 'braucht Erfahrung mit Schwangeren',
  lymphoedema_therapist: 'braucht Lymphtherapie',
  therapist_reason: 'braucht Ihren Grund',
  guardian_consent: 'braucht ein Elternteil',
};

const plain = (id: string): string => id.replaceAll('_', ' ');

export const safety: DeskWords['safety'] = {
  role: (id) => ROLES[id] ?? plain(id),
  mark: {
    block: 'jetzt nicht',
    warn: 'mit Vorsicht',
    softer: 'sanfter',
    position: 'andere Lage',
    level: (n) => `höchstens Stufe ${n}`,
    hold: (seconds) => `höchstens ${seconds} s`,
    side: { left: 'nur links', right: 'nur rechts', both: '' },
    needs: (roles) =>
      roles.length === 1
        ? (NEEDS[roles[0] ?? ''] ?? `braucht ${plain(roles[0] ?? '')}`)
        : `braucht ${roles.length} Freigaben`,
    noTool: 'Hilfsmittel fehlt',
  },
  limit: {
    max_level: (n) => `höchstens Stufe ${n}`,
    max_hold_s: (seconds) => `höchstens ${seconds} s halten`,
    discomfort_ceiling: (n) => `Unbehagen bis ${n} von 10`,
    tools_max_hard: 'nur weiche Hilfsmittel',
    use_alternative_pos: 'im Sitzen oder in Seitenlage',
    small_movement: 'kleine Bewegungen',
    slow_lane: 'langsam steigern',
  },
  list: {
    onlyFits: (name) => `Nur was zu ${name} passt`,
    shut: (n, name) => (n === 1 ? `1 ist jetzt nichts für ${name}` : `${n} sind jetzt nichts für ${name}`),
    instead: 'Stattdessen:',
    insteadOf: (name) => `Statt ${name}`,
  },
  why: { same_region: 'gleiche Stelle', same_line: 'gleiche Linie', ease: 'eine Ruhelage' },
  item: {
    limited: (limits) => `Begrenzt: ${limits}.`,
    care: 'Mit Vorsicht.',
    reasons: 'Warum',
    reasonsFor: (name) => `Warum: ${name}`,
    rule: (rule, flags) => `${rule} · wegen: ${flags}`,
    wasLevel: (version, level) => `Version ${version} hat Stufe ${level}.`,
    wasHold: (version, hold) => `Version ${version} hält ${hold}.`,
    usualHold: (hold) => `Sonst ${hold}.`,
    blocked: (name) => `Jetzt nichts für ${name}.`,
    blockedSide: 'Auf dieser Seite jetzt nicht. Wählen Sie eine andere.',
    levelShut: (level, name) => `Stufe ${level} ist jetzt nichts für ${name}.`,
    swapped: (before, after) => `${after} statt ${before}.`,
    noTool: (name, tools) => `${name} besitzt nicht: ${tools}.`,
  },
  clearing: {
    needs: (roles) => `Erst muss jemand zustimmen: ${roles}.`,
    record: 'Freigabe eintragen',
    recordFor: (name) => `Freigabe eintragen: ${name}`,
    change: 'Ändern',
    changeFor: (name) => `Freigabe ändern: ${name}`,
    written: (role, on) => `Freigabe am ${on}: ${role}. Wird mit dieser Version gespeichert.`,
    given: (role, on, until) => `Freigabe am ${on}, gültig bis ${until}: ${role}.`,
    recordedBy: (who, when) => `Eingetragen von ${who}, ${when}.`,
    endedTime: (role, on, ended) => `Die Freigabe vom ${on} (${role}) endete am ${ended}. Fragen Sie neu.`,
    endedFlags: (role, on) => `Die Freigabe vom ${on} (${role}) galt anderen Warnhinweisen. Fragen Sie neu.`,
    endedLevel: (role, on) => `Die Freigabe vom ${on} (${role}) galt einer sanfteren Stufe. Fragen Sie neu.`,
    title: (technique) => `Freigabe für ${technique}`,
    about: 'Eine Regel hält dies an, bis jemand zugestimmt hat. Urteilen Sie selbst:',
    lasts: (days) =>
      `Sie gilt ${days} Tage oder bis sich ein Warnhinweis ändert. Sie bleibt für immer im Verlauf.`,
    who: (role) => `Zugestimmt hat: ${role}`,
    own: 'Ihre eigene Entscheidung',
    on: 'Datum',
    onHint: 'Wann zugestimmt wurde.',
    reason: 'Was vereinbart wurde',
    reasonOwn: 'Warum Sie so entscheiden',
    count: (n, least) => (n < least ? `${n} von mindestens ${least} Zeichen` : `${n} Zeichen`),
    faultDate: (days) => `Wählen Sie einen Tag aus den letzten ${days} Tagen.`,
    faultReason: (least) => `Schreiben Sie mindestens ${least} Zeichen.`,
    keep: 'Mit dieser Version behalten',
    missing: 'Tragen Sie die Freigabe ein oder nehmen Sie die Übung heraus.',
    blocked: 'Tauschen Sie diese Übung, oder nehmen Sie sie heraus.',
    look: 'Noch nicht gespeichert. Eine Übung ist hier nicht freigegeben.',
  },
  starter: {
    without: (names) => `ohne ${names}`,
    insteadOf: (name, other) => `${other} statt ${name}`,
    needs: (n) => (n === 1 ? 'eine braucht eine Freigabe' : `${n} brauchen eine Freigabe`),
    nothing: (name) => `Davon passt jetzt nichts zu ${name}.`,
    adjusted: (name, what) => `„${name}“ wurde angepasst: ${what}.`,
  },
  standing: {
    softer: (level) => `Zu viel, seit ein Warnhinweis dazukam. Jetzt höchstens Stufe ${level}.`,
    shorter: 'Zu lang, seit ein Warnhinweis dazukam. Jetzt kürzer halten.',
    clearance: (roles) => `Angehalten, seit ein Warnhinweis dazukam. Nötig: ${roles}.`,
    none: 'Angehalten, seit ein Warnhinweis dazukam.',
    adjust: 'Programm anpassen',
  },
};
