using System.Text;
using AiOs.Contracts.Ids;
using AiOs.Kernel.Policy.Reading;
using AiOs.Kernel.Policy.Reading.Yaml;

namespace AiOs.Kernel.Policy;

/// <summary>Reads a policy file. Takes any text whatever and never throws: what is not understood whole is refused.</summary>
internal static class PolicyReader
{
    private const char ByteOrderMark = '\uFEFF';

    /// <summary>The parser's marks may point behind the text.</summary>
    private static int LinesIn(string text) => text.ReplaceLineEndings("\n").Count(letter => letter == '\n') + 1;

    public static PolicyReading Read(string text, string currency)
    {
        var faults = new PolicyFaults();
        var body = text.StartsWith(ByteOrderMark) ? text[1..] : text;
        if (!MoneyText.IsCurrency(currency))
        {
            return new PolicyReading.Bad(1, "The workspace has no usable currency; set it to three capital letters such as EUR.");
        }

        if (CharacterGate.Passes(body, faults) && TreeReader.Read(body, faults) is { } root)
        {
            var document = new DocumentReader(currency, Digest.Of(Encoding.UTF8.GetBytes(text)), faults).Read(root);
            if (faults.First is null && document is not null)
            {
                return new PolicyReading.Good(document);
            }
        }

        var (line, reason) = faults.First ?? (1, "The file cannot be read as a policy; start again from the default policy.");
        return new PolicyReading.Bad(Math.Min(line, LinesIn(body)), reason);
    }
}
