/** The part of pdfkit that reports are drawn with. */
declare module 'pdfkit' {
  export type TextOptions = {
    width?: number;
    align?: 'left' | 'right' | 'center';
    lineBreak?: boolean;
    structParent?: unknown;
    height?: number;
    lineGap?: number;
  };

  type DocumentOptions = {
    size: string;
    margins: { top: number; bottom: number; left: number; right: number };
    pdfVersion: string;
    subset: string;
    tagged: boolean;
    lang: string;
    displayTitle: boolean;
    bufferPages: boolean;
    compress: boolean;
    font?: string | ArrayBuffer;
    info: Record<string, string | Date>;
  };

  export class PDFStructureElement {
    add(child: PDFStructureElement | (() => void) | object): this;
    end(): void;
  }

  export default class PDFDocument {
    constructor(options: DocumentOptions);
    x: number;
    y: number;
    readonly page: { readonly width: number; readonly height: number };
    on(event: 'data', take: (chunk: Uint8Array) => void): this;
    on(event: 'end' | 'error', take: (error?: Error) => void): this;
    registerFont(name: string, source: ArrayBuffer | Uint8Array): this;
    font(name: string): this;
    fontSize(size: number): this;
    fillColor(color: string): this;
    strokeColor(color: string): this;
    lineWidth(width: number): this;
    text(text: string, x?: number, y?: number, options?: TextOptions): this;
    heightOfString(text: string, options?: TextOptions): number;
    widthOfString(text: string): number;
    moveTo(x: number, y: number): this;
    lineTo(x: number, y: number): this;
    path(data: string): this;
    fill(color?: string): this;
    stroke(color?: string): this;
    fillAndStroke(fill: string, stroke: string): this;
    save(): this;
    restore(): this;
    translate(x: number, y: number): this;
    scale(factor: number): this;
    image(source: ArrayBuffer | Uint8Array, x: number, y: number, options: { width: number }): this;
    openImage(source: ArrayBuffer | Uint8Array): {
      readonly width: number;
      readonly height: number;
    };
    addPage(): this;
    bufferedPageRange(): { readonly start: number; readonly count: number };
    switchToPage(index: number): this;
    struct(
      type: string,
      optionsOrChildren?: Record<string, unknown> | unknown[] | (() => void),
      children?: unknown[] | (() => void),
    ): PDFStructureElement;
    addStructure(element: PDFStructureElement): this;
    markContent(tag: string, options?: Record<string, unknown>): this;
    endMarkedContent(): this;
    end(): void;
  }
}
