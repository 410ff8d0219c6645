const DOTS = '•••';

/** A mail address that its owner knows again and nobody else learns: "m•••@c•••.example". */
export function maskMail(address: string): string {
  const [name = '', host = ''] = address.split('@');
  const top = host.split('.').at(-1) ?? '';
  return `${firstOf(name)}${DOTS}@${firstOf(host)}${DOTS}.${top}`;
}

/** A telephone number by its last two digits: "••• ••• ••07". */
export function maskPhone(phone: string): string {
  return `••• ••• ••${phone.replaceAll(/\D/g, '').slice(-2)}`;
}

function firstOf(text: string): string {
  return [...text].slice(0, 1).join('');
}
