namespace AiOs.Contracts.Schedules.Words;

/// <summary>A text cut into words, each in small letters and with its place. Pure.</summary>
internal sealed class SpokenWords
{
    private readonly List<(string Lower, int Start, int End, bool Comma)> _all = [];

    public SpokenWords(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf(' ', start) is >= 0 and var blank ? blank : text.Length;
            var word = text[start..end].TrimEnd(',', ':');
            if (word.Length > 0)
            {
                _all.Add((word.ToLowerInvariant(), start, start + word.Length, end > start && text[end - 1] == ','));
            }

            start = end + 1;
        }
    }

    public int Count => _all.Count;

    /// <summary>A word; empty where there is none.</summary>
    public string this[int at] => at >= 0 && at < _all.Count ? _all[at].Lower : string.Empty;

    public int StartOf(int at) => _all[at].Start;

    public int EndOf(int at) => _all[at].End;

    public bool HasComma(int at) => at >= 0 && at < _all.Count && _all[at].Comma;

    /// <summary>Where it goes on after one of some phrases, the first that fits.</summary>
    /// <returns>The next word; nothing where none of them stands here.</returns>
    public int? After(int at, string[] phrases)
    {
        foreach (var phrase in phrases)
        {
            var parts = phrase.Split(' ');
            if (!parts.Where((part, index) => this[at + index] != part).Any())
            {
                return at + parts.Length;
            }
        }

        return null;
    }
}
