import type { Translated } from '../../../spoken.js';
import type { shell as english } from '../../en/console/shell.js';

export const shell: Translated<typeof english> = {
  common: {
    skip: 'Aller à la page',
    menu: 'Menu',
    pages: 'Pages',
    language: 'Langue',
    colours: 'Couleurs',
    colourSchemes: { light: 'Clair', dark: 'Sombre', auto: 'Comme le système' },
    signOut: 'Se déconnecter',
    save: 'Enregistrer',
    cancel: 'Annuler',
    close: 'Fermer',
    delete: 'Supprimer',
    edit: 'Modifier',
    remove: 'Retirer',
    copy: 'Copier',
    copied: 'Copié',
    showMore: 'Afficher la suite',
    loading: 'Chargement…',
    tryAgain: 'Réessayer',
    none: '–',
    optional: 'facultatif',
    name: 'Nom',
    code: 'Code',
    active: 'Actif',
    inactive: 'Inactif',
    nothingFound: 'Rien trouvé.',
    back: 'Retour à Import',
    lookAgain: 'Regarder à nouveau',
    roleNeeded: 'Il faut pour cela le rôle {role}.',
  },
  nav: { import: 'Import', targets: 'Cibles', contacts: 'Contacts', definitions: 'Définitions', settings: 'Réglages' },
  problem: {
    title: 'Cela n’a pas fonctionné',
    noAnswer: 'Le serveur ne répond pas. Vérifiez votre connexion et réessayez.',
    page: 'Cette page ne peut pas être affichée. Vos données ne sont pas touchées.',
    offline: 'La connexion est perdue. Nouvel essai en cours…',
    notFound: 'Cette page n’existe pas',
    notFoundHint: 'L’adresse est peut-être mal écrite, ou ce qu’elle montrait n’existe plus.',
  },
  signIn: {
    title: 'Se connecter',
    key: 'Clé',
    keyHint: 'Un administrateur de votre institution la crée, dans Réglages.',
    ended: 'Votre session est terminée. Reconnectez-vous et vous reviendrez où vous étiez.',
    linkFailed:
      'Ce lien de connexion a déjà servi, ou ses dix minutes sont passées. Demandez-en un nouveau, ou utilisez votre clé.',
    replaceTitle: 'Se connecter sous une autre identité ?',
    replaceText:
      'Vous êtes connecté comme {name}, de {institution}. Le lien que vous avez ouvert vous connecterait sous une autre identité, peut-être dans une autre institution. Continuez seulement si vous avez demandé ce lien.',
    stay: 'Rester connecté ainsi',
    replace: 'Se connecter par le lien',
    button: 'Se connecter',
    lead: 'Modifier des contacts en nombre : choisissez-les par une cible, recevez un tableau, modifiez-le, renvoyez-le.',
    with: 'Se connecter avec {name}',
    byKey: 'Se connecter avec une clé d’API',
    asAnother: 'Se connecter avec un autre compte',
    provider: 'le fournisseur d’identité',
    yourInstitution: 'votre institution',
    notSignedIn: 'Vous n’avez pas pu vous connecter',
    problems: {
      expired: 'Cela a pris plus de dix minutes, ou a été commencé dans une autre fenêtre. Connectez-vous à nouveau.',
      denied:
        'Vous avez renoncé à vous connecter, ou {name} ne vous a pas laissé entrer. Connectez-vous à nouveau si vous le souhaitez.',
      failed:
        'La réponse de {name} n’est pas celle que nous attendions. Connectez-vous à nouveau. Si cela se reproduit, signalez-le à la personne qui gère les comptes de votre institution.',
      noInstitution:
        'Vous êtes connu de {name}, qui n’indique aucune institution d’ici à laquelle vous appartenez. Adressez-vous à la personne qui gère les comptes de votre institution.',
      noRole:
        'Vous êtes connu de {name}, mais aucun de vos groupes n’a de rôle dans {institution}. Demandez à un administrateur de cette institution d’en donner un à l’un d’eux, puis connectez-vous à nouveau.',
      providerAway:
        'Pour le moment, {name} ne répond pas : personne ne peut se connecter par ce service. Réessayez dans quelques minutes.',
    },
  },
  institutions: {
    title: 'Dans quelle institution ?',
    lead: 'Bienvenue, {name}. Vous appartenez à plusieurs institutions ; vous pouvez en changer à tout moment, en haut de chaque page.',
    as: '{name} · {role}',
    change: '{name} : changer d’institution',
  },
};
