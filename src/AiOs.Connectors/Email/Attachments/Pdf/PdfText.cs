using System.Text;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Exceptions;

namespace AiOs.Connectors.Email.Attachments.Pdf;

/// <summary>
/// The words of a PDF document, line by line. Nothing in it is run, no link is followed, no picture is unpacked. Hostile documents are bounded by
/// their size, by what their streams unpack to, by depth, pages, letters and characters here, and by the time in <see cref="TimedReading"/>.
/// </summary>
internal sealed class PdfText(AttachmentBounds bounds, StopSign stop)
{
    private const int Depth = 128;

    public ReadText Of(byte[] bytes)
    {
        var budget = new UnpackBudget(bounds.PdfUnpackedBytes, stop);
        var options = new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true, MaxStackDepth = Depth, FilterProvider = new BoundedFilters(budget) };
        try
        {
            using var document = PdfDocument.Open(bytes, options);
            return Pages(document, budget);
        }
        catch (PdfDocumentEncryptedException encrypted)
        {
            throw new UnreadableAttachmentException("is locked with a password, so its text cannot be read", encrypted);
        }
    }

    private ReadText Pages(PdfDocument document, UnpackBudget budget)
    {
        var text = new StringBuilder();
        var pages = Math.Min(document.NumberOfPages, bounds.PdfPages);
        for (var number = 1; number <= pages && text.Length <= bounds.TextCharacters; number++)
        {
            budget.Check();
            var page = document.GetPage(number);
            if (page.Letters.Count > bounds.PdfLetters) throw new UnreadableAttachmentException("has a page with more letters than anybody reads, so its text was not read");
            if (text.Length > 0) text.Append('\n');
            Lines(page, text, budget);
        }

        var cut = document.NumberOfPages > bounds.PdfPages && text.Length <= bounds.TextCharacters;
        if (text.Length == 0) return new ReadText(null, "holds no text, only pictures or nothing; look at it yourself.");
        return new ReadText(text.ToString(), cut ? $"has {document.NumberOfPages} pages; only the first {bounds.PdfPages} were read." : null);
    }

    /// <summary>Words that stand at one height are one line, from left to right: so a sum stands beside what it is the sum of.</summary>
    private void Lines(Page page, StringBuilder text, UnpackBudget budget)
    {
        var words = page.GetWords().Where(word => !string.IsNullOrWhiteSpace(word.Text)).OrderByDescending(word => word.BoundingBox.Bottom).ToList();
        budget.Check();
        var line = new List<Word>();
        foreach (var word in words)
        {
            if (line.Count > 0 && line[0].BoundingBox.Bottom - word.BoundingBox.Bottom > Math.Max(1, line[0].BoundingBox.Height / 2))
            {
                Write(line, text);
                line.Clear();
                if (text.Length > bounds.TextCharacters) return;
            }

            line.Add(word);
        }

        Write(line, text);
    }

    private static void Write(List<Word> line, StringBuilder text)
    {
        if (line.Count == 0) return;
        text.AppendJoin(' ', line.OrderBy(word => word.BoundingBox.Left).Select(word => word.Text.Trim())).Append('\n');
    }
}
