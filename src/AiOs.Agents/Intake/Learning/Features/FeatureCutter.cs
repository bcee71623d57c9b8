using AiOs.Agents.Intake.Classification;

namespace AiOs.Agents.Intake.Learning.Features;

/// <summary>Reads a text into features. The work is bounded whatever the length of the text. One for each thread.</summary>
internal sealed class FeatureCutter(Thesaurus thesaurus)
{
    private const int MaxText = 4_000;
    private const int MaxWords = 160;
    private const int Near = 14;
    private const uint Prime = 0x0100_0193;
    private readonly char[] _buffer = new char[(2 * MaxText) + 2];
    private readonly Dictionary<ulong, float> _counts = [];
    private readonly List<string> _words = [];
    private readonly List<string> _stems = [];
    private readonly List<(uint Stem, uint Group)> _keys = [];

    /// <summary>Reads one text.</summary>
    /// <param name="text">The text; only its first part is looked at.</param>
    /// <returns>Its features, each once.</returns>
    public TextFeature[] Read(string text)
    {
        _counts.Clear();
        _keys.Clear();
        _stems.Clear();
        Cut(text);
        for (var at = 0; at < _words.Count; at++)
        {
            ReadWord(at);
        }

        for (var at = 0; at < _keys.Count; at++)
        {
            ReadNeighbours(at);
        }

        return [.. _counts.Select(count => new TextFeature((uint)count.Key, (FeatureKind)(count.Key >> 32), count.Value))];
    }

    /// <summary>The text as it counts for being the same as another.</summary>
    public string Fold(string text)
    {
        Cut(text);
        return string.Join(' ', _words);
    }

    private void Cut(string text)
    {
        _words.Clear();
        var length = WordFolder.Fold(text.AsSpan(0, Math.Min(text.Length, MaxText)), _buffer);
        var folded = _buffer.AsSpan(0, length);
        foreach (var range in folded.Split(' '))
        {
            if (range.End.Value > range.Start.Value && _words.Count < MaxWords)
            {
                _words.AddRange(ShortForms.InFull(folded[range].ToString()));
            }
        }
    }

    private void ReadWord(int at)
    {
        var word = _words[at];
        var stem = WordStem.Of(word);
        var groups = thesaurus.GroupsOf(word, stem);
        var stemKey = Hash(stem, 7);
        Add(Hash(word, 3), FeatureKind.Word);
        Add(stemKey, FeatureKind.Stem);
        AddGroups(groups);
        _stems.Add(stem);
        if (thesaurus.EndsPhrase(stem))
        {
            ReadPhrases(at);
        }

        _keys.Add((stemKey, groups.Length > 0 ? Mix((uint)groups[0] + 1) : stemKey));
        if (char.IsLetter(word[0]))
        {
            ReadLetters($" {word} ");
        }
    }

    private void ReadPhrases(int end)
    {
        var phrase = _stems[end];
        for (var start = end - 1; start >= Math.Max(0, end + 1 - Thesaurus.LongestPhrase); start--)
        {
            phrase = Thesaurus.Together(_stems[start], phrase);
            AddGroups(thesaurus.GroupsOfPhrase(phrase));
        }
    }

    private void ReadLetters(string padded)
    {
        for (var start = 0; start + 2 <= padded.Length; start++)
        {
            var hash = (11u ^ padded[start]) * Prime;
            for (var end = start + 1; end < Math.Min(padded.Length, start + 5); end++)
            {
                hash = (hash ^ padded[end]) * Prime;
                Add(Mix(hash), FeatureKind.Letters);
            }
        }
    }

    private void ReadNeighbours(int at)
    {
        var (stem, group) = _keys[at];
        var before = at > 0 ? _keys[at - 1] : (Stem: 17u, Group: 17u);
        Add(Mix((before.Stem * 31) + stem), FeatureKind.StemsInARow);
        Add(Mix((before.Group * 31) + group), FeatureKind.GroupsInARow);
        if (at > 1)
        {
            Add(Mix((_keys[at - 2].Stem * 37) + stem), FeatureKind.StemsInARow);
        }

        for (var other = at + 1; other < Math.Min(_keys.Count, at + Near); other++)
        {
            AddBoth(stem, _keys[other].Stem, FeatureKind.StemsTogether);
            AddBoth(group, _keys[other].Group, FeatureKind.GroupsTogether);
        }
    }

    /// <summary>Which of the two comes first does not matter.</summary>
    private void AddBoth(uint one, uint other, FeatureKind kind)
    {
        if (one != other)
        {
            Add(Mix((Math.Min(one, other) * 41) + Math.Max(one, other)), kind);
        }
    }

    private void Add(uint key, FeatureKind kind)
    {
        ref var count = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_counts, ((ulong)kind << 32) | key, out _);
        count++;
    }

    private void AddGroups(int[] groups)
    {
        foreach (var group in groups)
        {
            Add(Mix((uint)group + 1), FeatureKind.Group);
        }
    }

    private static uint Hash(string text, uint seed)
    {
        foreach (var c in text)
        {
            seed = (seed ^ c) * Prime;
        }

        return Mix(seed);
    }

    private static uint Mix(uint hash)
    {
        hash ^= hash >> 16;
        hash *= 0x7FEB_352D;
        hash ^= hash >> 15;
        hash *= 0x846C_A68B;
        return hash ^ (hash >> 16);
    }
}
