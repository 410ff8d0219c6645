import { type ReactNode, useEffect, useRef } from 'react';
import style from './photo.module.css';

type CanvasProps = { readonly jpeg: Blob; readonly label: string };

/** A photo, drawn: the content policy lets no picture in that is not the portal's own file. */
export function PhotoCanvas({ jpeg, label }: CanvasProps): ReactNode {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    let isShown = true;
    void createImageBitmap(jpeg).then(
      (picture) => {
        const place = canvas.current;
        if (isShown && place !== null) {
          place.width = picture.width;
          place.height = picture.height;
          place.getContext('2d')?.drawImage(picture, 0, 0);
        }
        picture.close();
      },
      // A photo that cannot be drawn any more leaves its place empty; its name says what it was.
      () => null,
    );
    return () => {
      isShown = false;
    };
  }, [jpeg]);
  return <canvas ref={canvas} className={style.photo} role="img" aria-label={label} />;
}
