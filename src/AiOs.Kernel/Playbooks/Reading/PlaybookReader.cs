using AiOs.Kernel.Policy.Reading.Yaml;

namespace AiOs.Kernel.Playbooks.Reading;

/// <summary>Reads the text of a playbook. Takes any text whatever and never throws: what is not understood whole is refused.</summary>
internal static class PlaybookReader
{
    public const int MostLetters = 32 * 1024;

    private const char ByteOrderMark = '\uFEFF';

    /// <summary>Reads a playbook.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="name">The name that it must bear; nothing where any will do.</param>
    /// <param name="cronFault">Tells what is wrong with a cron expression; nothing where it can be used.</param>
    public static PlaybookReading Read(string text, string? name, Func<string, string?> cronFault)
    {
        var faults = new PolicyFaults();
        var body = text.StartsWith(ByteOrderMark) ? text[1..] : text;
        if (string.IsNullOrWhiteSpace(body))
        {
            return new PlaybookReading.Bad(1, "The playbook is empty; write its version, name, title and steps.");
        }

        if (body.Length > MostLetters)
        {
            return new PlaybookReading.Bad(1, $"The playbook is longer than {MostLetters / 1024} KiB; make two of it.");
        }

        if (CharacterGate.Passes(body, faults) && TreeReader.Read(body, faults) is { } root)
        {
            var document = new PlaybookFileReader(faults, cronFault).Read(root, name);
            if (faults.First is null && document is not null)
            {
                return new PlaybookReading.Good(document);
            }
        }

        var (line, reason) = faults.First ?? (1, "This cannot be read as a playbook; start again from one that came with the program.");
        return new PlaybookReading.Bad(Math.Min(line, body.AsSpan().Count('\n') + 1), reason);
    }
}
