import type { ComponentChildren } from 'preact';
import type { CardId } from '../../../domain/learn';
import { Slice } from '../../../ui';
import { Dots, Figure, Frame } from './strokes';
import './drawing.css';

/** The small picture of a card, where one says something that words do not; it decorates, so that nobody hears it. */
export function Drawing({ card }: { card: CardId }) {
  const Shown = DRAWINGS[card];
  return Shown ? <Shown /> : null;
}

/** The pith of an orange, and the same wrapping around the strands of a muscle. */
function Pith() {
  return (
    <div class="learn-pair">
      <Slice parts={[1, 1, 1, 1, 1, 1, 1, 1]} size={7} label="" />
      <Frame box="0 0 100 100" class="learn-round">
        <circle class="art-quiet art-edge" cx="50" cy="50" r="46" />
        {[0, 1, 2, 3, 4, 5].map((turn) => (
          <circle
            key={turn}
            class="art-strand"
            cx={50 + 28.5 * Math.sin((turn * Math.PI) / 3)}
            cy={50 - 28.5 * Math.cos((turn * Math.PI) / 3)}
            r="12.5"
          />
        ))}
        <circle class="art-strand" cx="50" cy="50" r="12.5" />
      </Frame>
    </div>
  );
}

/** A ball that leans in; a place that is let rise. */
function Ways() {
  return (
    <Frame>
      <Dots d="M80 10V34" head="M72 28L80 37L88 28" />
      <circle class="art-tool" cx="80" cy="70" r="24" />
      <path class="art-near" d="M14 84H44Q56 84 60 90Q80 112 100 90Q104 84 116 84H146" />
      <Dots d="M240 40V14" head="M232 20L240 11L248 20" />
      <path class="art-near" d="M174 100H196Q206 100 212 90Q240 40 268 90Q274 100 284 100H306" />
    </Frame>
  );
}

/** On a table under a hand; on the floor, alone with a ball. */
function Places() {
  return (
    <Frame>
      <path class="art-floor" d="M12 98H150M28 98V122M134 98V122" />
      <Figure far head={[96, 22]} torso="M96 44V72" arms="M94 46L82 62L64 74" />
      <Figure head={[26, 82]} torso="M46 86H84" legs="M84 86H140" />
      <path class="art-floor" d="M174 114H312" />
      <circle class="art-tool" cx="222" cy="104" r="8" />
      <Figure head={[190, 90]} torso="M212 90L248 98" legs="M248 100L270 72L284 108" />
    </Frame>
  );
}

function Week() {
  return (
    <div class="learn-week">
      {[0, 1, 2, 3, 4, 5, 6].map((day) => (
        <Slice key={day} parts={[1, 1, 1, 1, 1]} size={2.25} label="" />
      ))}
    </div>
  );
}

function Ripples() {
  return (
    <Frame>
      <circle class="art-ripple art-ripple-3" cx="160" cy="64" r="56" />
      <circle class="art-ripple art-ripple-2" cx="160" cy="64" r="40" />
      <circle class="art-ripple" cx="160" cy="64" r="24" />
      <circle class="art-tool" cx="160" cy="64" r="10" />
    </Frame>
  );
}

function Hand() {
  return (
    <Frame box="0 0 120 120" class="learn-round">
      <circle class="art-alarm-soft" cx="60" cy="60" r="58" />
      <path class="art-alarm" d="M43 62V40M54.5 58V31M66 58V32M77 62V40M43 78L31 64" />
      <path class="art-alarm-fill" d="M37.5 60H82.5V74Q82.5 94 62 94Q48 94 40 82L37.5 76Z" />
    </Frame>
  );
}

/** A back: the bones of the spine and the soft sides below the ribs are marked. */
function Back() {
  return (
    <Frame box="0 0 160 150" class="learn-back">
      <circle class="art-body" cx="80" cy="20" r="16" />
      <path
        class="art-body"
        d="M72 34H88V44Q112 46 122 58L130 110L118 112L110 76L108 146H52L50 76L42 112L30 110L38 58Q48 46 72 44Z"
      />
      <ellipse class="art-alarm-soft art-alarm-edge" cx="65" cy="106" rx="9" ry="13" />
      <ellipse class="art-alarm-soft art-alarm-edge" cx="95" cy="106" rx="9" ry="13" />
      <path class="art-spine" d="M80 42V144" />
    </Frame>
  );
}

function Days() {
  return (
    <Frame>
      <path class="art-hill" d="M20 100C44 100 48 24 76 24C130 24 150 98 300 100Z" />
      <path class="art-floor" d="M14 100H306" />
      <path class="art-near art-thin" d="M160 94V106M300 94V106" />
      <text class="art-text" x="160" y="125">
        24 h
      </text>
      <text class="art-text" x="294" y="125">
        48 h
      </text>
    </Frame>
  );
}

function Tools() {
  return (
    <Frame>
      <path class="art-floor" d="M10 112H310" />
      <path class="art-sock" d="M26 93H54" />
      <path class="art-knot" d="M70 93L84 84M70 93L84 102" />
      <circle class="art-tool" cx="26" cy="93" r="12" />
      <circle class="art-tool" cx="54" cy="93" r="12" />
      <circle class="art-tool" cx="114" cy="93" r="16" />
      <rect class="art-tool" x="146" y="74" width="76" height="35" rx="17" />
      <circle class="art-hole" cx="206" cy="91.5" r="8" />
      <path class="art-stick" d="M240 103H280" />
      <path class="art-cane" d="M300 105V46Q300 22 278 22Q256 22 256 46" />
    </Frame>
  );
}

function Question() {
  return (
    <Frame>
      <path
        class="art-bubble"
        d="M104 16H216Q236 16 236 36V74Q236 94 216 94H176L150 120V94H104Q84 94 84 74V36Q84 16 104 16Z"
      />
      <path class="art-mark" d="M146 44Q146 32 160 32Q174 32 174 44Q174 52 160 58V64" />
      <circle class="art-tool" cx="160" cy="78" r="4.5" />
    </Frame>
  );
}

function Talk() {
  return (
    <Frame>
      <path class="art-floor" d="M50 118H270M92 90H64M228 90H256" />
      <Figure head={[84, 32]} torso="M80 54V82" legs="M80 86H110V114" arms="M82 58L96 74L114 70" />
      <Figure far head={[236, 32]} torso="M240 54V82" legs="M240 86H210V114" arms="M238 58L224 74L206 70" />
      <path
        class="art-bubble"
        d="M132 22H188Q198 22 198 32V46Q198 56 188 56H164L150 68V56H132Q122 56 122 46V32Q122 22 132 22Z"
      />
      <circle class="art-tool" cx="144" cy="39" r="4" />
      <circle class="art-tool" cx="160" cy="39" r="4" />
      <circle class="art-tool" cx="176" cy="39" r="4" />
    </Frame>
  );
}

const DRAWINGS: Partial<Record<CardId, () => ComponentChildren>> = {
  fascia: Pith,
  'two-ways': Ways,
  'at-home': Places,
  'how-much': Week,
  feel: Ripples,
  stop: Hand,
  'where-not': Back,
  'next-days': Days,
  tools: Tools,
  questions: Question,
  therapist: Talk,
};
