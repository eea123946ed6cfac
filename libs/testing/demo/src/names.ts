const words = (text: string): string[] => text.trim().split(/\s+/);

/** Names as they are: with accents, apostrophes, hyphens, in several scripts' worth of Latin. */
export const lastNames = words(`
  Martin Bernard Dubois Lefèvre Moreau Laurent Müller Schäfer Weiß Groß Jäger García Fernández Muñoz Núñez Rossi D'Angelo
  O'Neill O’Brien Håkansson Sørensen Bjørn Kovács Szabó Dvořák Čapek Łukasiewicz Şahin Çelik İnan Nguyễn Lê-Quang
  Saint-Exupéry Beauséjour Gaëtan Noël Château Bœuf Æbelø Žižek Pérez Gonçalves Simão van-Dijk Smith Jones Brontë`);

export const firstNames = words(`
  Zoé Chloé Léa Inès Éloïse Anaïs Hélène Gaël Loïc Jérôme François Benoît Théo Jean-Luc Marie-Ève Jürgen Björn Käthe
  Sören Zoë Renée Seán Siobhán José María Íñigo João Agnès Aurélie Åsa Øyvind Đorđe Jiří Paweł Małgorzata Emma Lucas
  Anna Paul Nina Tom Ada Ivo`);

/** Companies whose names are hard on spreadsheets and separators. */
export const companies = [
  'École élémentaire Jules Ferry',
  'Lycée Sainte-Anne',
  'Collège "Les Érables"',
  'Chez Léon, restaurant; bar',
  'Müller & Söhne GmbH',
  '=Studio 54',
  '+Plus Conseil',
  '@Home Services',
  '-20% Diffusion',
  'Association L’Envol',
  'Comité d’entreprise Ørsted',
  'Mairie de Saint-Étienne',
];

export const places: readonly { city: string; postcode: string; country: string }[] = [
  { city: 'Lyon', postcode: '69001', country: 'FR' },
  { city: 'Paris', postcode: '75011', country: 'FR' },
  { city: 'Bourg-en-Bresse', postcode: '01000', country: 'FR' },
  { city: 'Saint-Étienne', postcode: '42000', country: 'FR' },
  { city: 'Besançon', postcode: '25000', country: 'FR' },
  { city: 'Nîmes', postcode: '30000', country: 'FR' },
  { city: 'Genève', postcode: '1204', country: 'CH' },
  { city: 'Zürich', postcode: '8001', country: 'CH' },
  { city: 'München', postcode: '80331', country: 'DE' },
  { city: 'Leipzig', postcode: '04109', country: 'DE' },
  { city: 'Liège', postcode: '4000', country: 'BE' },
  { city: 'London', postcode: 'SW1A 1AA', country: 'GB' },
];

export const streets = [
  'rue de l’Église',
  'avenue Foch',
  'place d’Armes',
  'Hauptstraße',
  'chemin des Prés',
  'Kirchgässli',
];

/** The name in plain ASCII letters, for the local part of an address. */
export const plain = (name: string): string =>
  name
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z]/g, '');
