// The layers of the front end; an arrow may only point to a lower layer.
const TESTS = '\\.test\\.tsx?$|^src/testing/';
const onlyFrom = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, pathNot: TESTS },
  to: { path: '^src/', pathNot: allowed },
});

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'what only the compiler sees is gone when the page runs',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: `${TESTS}|^src/main\\.tsx$|^src/sw/sw\\.ts$|\\.d\\.ts$|types\\.gen\\.ts$|^src/preload\\.ts$`,
      },
      to: {},
    },
    onlyFrom('domain-imports-nothing', '^src/domain/', '^src/domain/', 'rules are pure'),
    {
      name: 'domain-knows-no-package',
      severity: 'error',
      from: { path: '^src/domain/', pathNot: TESTS },
      to: { dependencyTypes: ['npm', 'npm-dev', 'core'] },
    },
    onlyFrom('content-is-data', '^src/content/', '^src/(content|domain)/', 'data depends on nothing'),
    onlyFrom('text-is-words', '^src/text/', '^src/(text|content|domain)/', 'words depend on nothing'),
    onlyFrom(
      'ui-shows',
      '^src/ui/',
      '^src/(ui|text|content|domain|signals|styles|pictograms)/',
      'components never fetch or store',
    ),
    onlyFrom('api-is-http', '^src/api/', '^src/(api|domain)/', 'HTTP only'),
    onlyFrom(
      'store-remembers',
      '^src/store/',
      '^src/(store|content|domain|signals|text/(words|language)\\.)',
      'stores know no server',
    ),
    onlyFrom(
      'sync-moves',
      '^src/sync/',
      '^src/(sync|push|store|api|domain|signals)/',
      'sync knows no screen',
    ),
    onlyFrom(
      'push-reaches-her',
      '^src/push/',
      '^src/(push|store|api|domain|signals|sw-bridge|sync/lock)',
      'pushes know no screen, and sync may end them',
    ),
    onlyFrom(
      'worker-is-small',
      '^src/sw/',
      '^src/(sw|sync|push|store|api|domain)/',
      'no screens in the worker',
    ),
    {
      name: 'worker-never-reaches-the-page',
      severity: 'error',
      from: { path: '^src/sw/', pathNot: TESTS },
      to: {
        path: '^src/(screens|ui|text)/|^src/store/(state|index)\\.ts|node_modules/(preact|@preact)/',
        reachable: true,
      },
    },
    onlyFrom(
      'screens-use',
      '^src/screens/',
      '^src/(screens|ui|pictograms|store|sync|push|api|content|domain|signals|text|styles|sw-bridge)',
      'screens never import the app',
    ),
    {
      name: 'screens-do-not-import-each-other',
      severity: 'error',
      from: { path: '^src/screens/([^/]+)/([^/]+)/', pathNot: TESTS },
      to: { path: '^src/screens/', pathNot: '^src/screens/$1/($2|parts)/' },
    },
    {
      name: 'signals-only-from-here',
      comment: 'one bond between signals and components, in src/signals',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/signals/' },
      to: { path: 'node_modules/@preact/' },
    },
    {
      name: 'idb-only-in-store',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/store/' },
      to: { path: '^src/store/idb' },
    },
    {
      name: 'tests-only-from-tests',
      severity: 'error',
      from: { path: '^src/', pathNot: TESTS },
      to: { path: TESTS },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types'] },
  },
};
