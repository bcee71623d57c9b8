using AiOs.Contracts;

namespace AiOs.Agents.Intake.Learning.Features;

/// <summary>
/// Which words mean nearly the same, read from the list written for this project. It is what the learner knows of the language before it has
/// seen an example, so that few examples go further. A word in another form is found by its stem, and so are words that are one thing together.
/// </summary>
internal sealed class Thesaurus
{
    /// <summary>How many words a phrase has at most, said in full.</summary>
    public const int LongestPhrase = 4;

    private const char Joint = '_';
    private const string Resource = "Intake.Thesaurus";
    private static readonly Lazy<Thesaurus> OwnList = new(static () => new Thesaurus(Lines()));
    private readonly Dictionary<string, int[]> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int[]> _stems = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int[]> _phrases = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ends = new(StringComparer.Ordinal);

    public Thesaurus(IEnumerable<string> lines)
    {
        var group = 0;
        foreach (var line in lines.Where(line => line.Length > 0 && line[0] != '#'))
        {
            foreach (var word in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                Put(word, group);
            }

            group++;
        }
    }

    /// <summary>The list that is part of the program.</summary>
    public static Thesaurus Own => OwnList.Value;

    /// <summary>The groups of a word.</summary>
    /// <param name="word">The word, in small letters.</param>
    /// <param name="stem">Its stem.</param>
    /// <returns>Numbers of groups, the main one first; none where it is not known.</returns>
    public int[] GroupsOf(string word, string stem) =>
        _words.TryGetValue(word, out var groups) || _stems.TryGetValue(stem, out groups) ? groups : [];

    /// <summary>Whether any phrase ends with this stem.</summary>
    public bool EndsPhrase(string stem) => _ends.Contains(stem);

    /// <summary>The groups of a phrase.</summary>
    /// <param name="stems">The stems of its words, joined by <see cref="Together"/>.</param>
    public int[] GroupsOfPhrase(string stems) => _phrases.GetValueOrDefault(stems, []);

    /// <summary>Puts a stem before those that follow it.</summary>
    public static string Together(string stem, string following) => $"{stem}{Joint}{following}";

    private void Put(string word, int group)
    {
        if (word.Contains(Joint, StringComparison.Ordinal))
        {
            var stems = word.Split(Joint).SelectMany(ShortForms.InFull).Select(WordStem.Of).ToArray();
            _ends.Add(stems[^1]);
            Put(_phrases, string.Join(Joint, stems), group);
            return;
        }

        Put(_words, word, group);
        Put(_stems, WordStem.Of(word), group);
    }

    private static void Put(Dictionary<string, int[]> index, string word, int group)
    {
        var known = index.GetValueOrDefault(word, []);
        if (!known.Contains(group))
        {
            index[word] = [.. known, group];
        }
    }

    private static List<string> Lines()
    {
        using var stream = typeof(Thesaurus).Assembly.GetManifestResourceStream(Resource)
            ?? throw new AiOsException("The list of like words is missing from the program; build it again.");
        using var reader = new StreamReader(stream);
        var lines = new List<string>();
        while (reader.ReadLine() is { } line)
        {
            lines.Add(line.Trim());
        }

        return lines;
    }
}
