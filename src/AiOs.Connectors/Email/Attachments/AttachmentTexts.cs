using AiOs.Connectors.Email.Attachments.Pdf;
using AiOs.Connectors.Email.Text;

namespace AiOs.Connectors.Email.Attachments;

/// <summary>
/// The text of the files of one mail: PDF documents and calendar files, all else is not opened. Bounded in bytes, characters and time over
/// all of them; a file that cannot be read becomes a warning.
/// </summary>
internal sealed class AttachmentTexts(AttachmentBounds bounds, TimedReading timed, CancellationToken cancellationToken)
{
    private const int MostSlow = 2;

    private int _characters;
    private int _read;
    private int _slow;

    public ReadText Of(string name, string mediaType, byte[] bytes) => mediaType switch
    {
        SniffedType.Pdf when SniffedType.Of(bytes) == SniffedType.Pdf => Read($"The PDF \"{name}\"", bytes, bounds.PdfBytes, stop => new PdfText(bounds, stop).Of(bytes)),
        SniffedType.Calendar => Read($"The invitation \"{name}\"", bytes, bounds.CalendarBytes, _ => new InvitationText(bounds).Of(bytes)),
        _ => new ReadText(null, null),
    };

    private ReadText Read(string what, byte[] bytes, int most, Func<StopSign, ReadText> read)
    {
        if (bytes.Length > most) return new ReadText(null, $"{what} is larger than is read here; it is kept, and its text was not read.");
        if (_characters >= bounds.AllTextCharacters || _read == bounds.Files || _slow == MostSlow)
            return new ReadText(null, $"{what} was not read, since the files before it hold more than is read of one mail; it is kept.");
        _read++;
        try
        {
            var text = timed.Run(read, bounds.Time, cancellationToken);
            if (text is not null) return Bounded(what, text);
            _slow++;
            return new ReadText(null, $"{what} takes too long to read, so its text was not read; it is kept.");
        }
        catch (UnreadableAttachmentException broken)
        {
            return new ReadText(null, broken.InnerException is UnreadableAttachmentException known
                ? $"{what} {known.Message}; it is kept."
                : $"{what} is broken and its text cannot be read; it is kept.");
        }
    }

    private ReadText Bounded(string what, ReadText read)
    {
        var text = SafeText.Lines(read.Text ?? string.Empty).Trim();
        var most = Math.Min(bounds.TextCharacters, bounds.AllTextCharacters - _characters);
        var warning = read.Warning is null ? null : $"{what} {read.Warning}";
        if (text.Length > most)
        {
            if (char.IsHighSurrogate(text[most - 1])) most--;
            text = text[..most];
            warning = $"{what} holds more text than is read here; only its beginning was read.";
        }

        _characters += text.Length;
        return new ReadText(text.Length == 0 ? null : text, warning);
    }
}
