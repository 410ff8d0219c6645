/** The part of pdfkit that letters on paper are drawn with. */
declare module 'pdfkit' {
  type TextOptions = {
    readonly width?: number;
    readonly continued?: boolean;
    readonly lineGap?: number;
    readonly characterSpacing?: number;
    readonly align?: 'left' | 'center' | 'right';
  };

  export default class PDFDocument {
    constructor(options: Readonly<Record<string, unknown>>);
    y: number;
    on(event: 'data', take: (chunk: Uint8Array) => void): this;
    on(event: 'end' | 'error', take: (error?: Error) => void): this;
    registerFont(name: string, source: Uint8Array): this;
    font(name: string): this;
    fontSize(size: number): this;
    fillColor(color: string): this;
    strokeColor(color: string): this;
    lineWidth(width: number): this;
    text(text: string, options?: TextOptions): this;
    text(text: string, x: number, y: number, options?: TextOptions): this;
    heightOfString(text: string, options?: TextOptions): number;
    moveTo(x: number, y: number): this;
    lineTo(x: number, y: number): this;
    stroke(): this;
    rect(x: number, y: number, width: number, height: number): this;
    fill(color: string): this;
    addPage(): this;
    struct(
      tag: string,
      options: Readonly<Record<string, string>> | (() => void),
      draw?: () => void,
    ): object;
    addStructure(element: object): this;
    end(): void;
  }
}
