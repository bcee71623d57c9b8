namespace AiOs.Agents.Intake.Learning;

/// <summary>The labels and their numbers; one number may stand for "none of these".</summary>
internal sealed class LabelBook
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string?> _byNumber = [];

    /// <summary>The real labels.</summary>
    public List<string> Names { get; } = [];

    /// <summary>All numbers there are, that of "none of these" among them.</summary>
    public int Count => _byNumber.Count;

    /// <summary>The number of "none of these"; -1 where nothing was learned to be that.</summary>
    public int Outside { get; private set; } = -1;

    public string? NameOf(int number) => _byNumber[number];

    public int NumberOf(string? label)
    {
        if (label is null)
        {
            return Outside >= 0 ? Outside : Outside = Add(null);
        }

        if (!_numbers.TryGetValue(label, out var number))
        {
            _numbers[label] = number = Add(label);
            Names.Add(label);
        }

        return number;
    }

    private int Add(string? label)
    {
        _byNumber.Add(label);
        return _byNumber.Count - 1;
    }
}
