/** What the suite reads of answers. */
export type Held = { claimId: string; startsAt: string; heldUntil: string };
export type Appointment = {
  appointmentId: string;
  state: string;
  startsAt: string;
  sequence: number;
  canChange: boolean;
  place: { placeId: string };
  home: { zip: string } | null;
  offered: Held | null;
};

/** A file of three places: a dealer of one bay, one in a zone without summer time, inspectors. */
export const HEADER =
  'place,effective from,name,street,city,state,zip,phone,latitude,longitude,time zone,hours,' +
  'exceptions,slot minutes,bays,brands,serves zips,receives returns,inspects,inspects at home';
export const ROWS = [
  'north,2026-01-01,North Side,1 Elm Street,Lakeport Falls,IL,60000,,41.8857,-87.6228,' +
    'America/Chicago,mon-sat 08:00-12:00,,60,1,,600,yes,yes,no',
  'mesa,2026-01-01,Mesa Cars,2 Elm Street,Red Mesa,AZ,85000,,33.4484,-112.0740,' +
    'America/Phoenix,mon-fri 09:00-17:00,,30,2,,850;60000,yes,no,no',
  'looks,2026-01-01,Looks Inspectors,3 Elm Street,Lakeport Falls,IL,60000,,41.9,-87.7,' +
    'America/Chicago,mon-fri 08:00-16:00,,120,1,,600,no,yes,yes',
];
