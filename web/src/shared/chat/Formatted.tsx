import { Fragment } from "preact";
import { piecesOf, type Piece } from "./format";

/** Message text with its small safe formatting, as elements, never as HTML. */
export function Formatted({ text }: { text: string }) {
  return <Pieces pieces={piecesOf(text)} />;
}

function Pieces({ pieces }: { pieces: Piece[] }) {
  return (
    <>
      {pieces.map((piece, index) => (
        <Fragment key={index}>{drawn(piece)}</Fragment>
      ))}
    </>
  );
}

function drawn(piece: Piece) {
  switch (piece.kind) {
    case "text":
      return piece.text;
    case "break":
      return <br />;
    case "code":
      return <code dir="ltr">{piece.text}</code>;
    case "block":
      return (
        <pre class="msg__block" dir="ltr">
          <code>{piece.text}</code>
        </pre>
      );
    case "link":
      return (
        <>
          <a href={piece.href} target="_blank" rel="noopener nofollow ugc">
            {piece.text}
          </a>
          {piece.host && (
            <>
              {" "}
              <bdi class="msg__host">({piece.host})</bdi>
            </>
          )}
        </>
      );
    case "strong":
      return (
        <strong>
          <Pieces pieces={piece.pieces} />
        </strong>
      );
    case "emphasis":
      return (
        <em>
          <Pieces pieces={piece.pieces} />
        </em>
      );
  }
}
