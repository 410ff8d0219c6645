import { type ReactNode, useState } from 'react';
import { t } from '../copy/copy.ts';
import { saveFile } from '../file/save-file.ts';
import button from '../style/button.module.css';
import type { Report } from './report.ts';

type SavePdfButtonProps = {
  /** Made when the button is pressed: photographs are only read then. */
  readonly report: () => Promise<Report | null>;
  readonly fileName: string;
};

type Progress = 'idle' | 'drawing' | 'failed';

/**
 * Saves a report as a PDF drawn on this device. What draws it is loaded when it is first asked for,
 * and nothing is sent anywhere.
 */
export function SavePdfButton({ report, fileName }: SavePdfButtonProps): ReactNode {
  const [progress, setProgress] = useState<Progress>('idle');
  const save = async (): Promise<void> => {
    if (progress === 'drawing') return;
    setProgress('drawing');
    try {
      const made = await report();
      if (made !== null) saveFile(fileName, 'application/pdf', await drawn(made));
      setProgress('idle');
    } catch {
      setProgress('failed');
    }
  };
  return (
    <>
      <button type="button" className={button.secondary} onClick={save}>
        {t(progress === 'drawing' ? 'report.drawing' : 'report.save-pdf')}
      </button>
      <span role="status">{progress === 'failed' ? t('report.failed') : ''}</span>
    </>
  );
}

async function drawn(report: Report): Promise<Uint8Array<ArrayBuffer>> {
  const [{ reportPdf }, { loadReportFonts }] = await Promise.all([
    import('./report-pdf.ts'),
    import('./report-fonts.ts'),
  ]);
  return reportPdf(report, await loadReportFonts(), new Date());
}
