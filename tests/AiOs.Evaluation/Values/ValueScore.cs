namespace AiOs.Evaluation.Values;

/// <summary>Counts values that are right, made up and missed, over all messages.</summary>
internal sealed class ValueScore
{
    private int _right;
    private int _extra;
    private int _missed;

    /// <summary>Precision and recall in one figure, of 100.</summary>
    public double F1 => _right == 0 ? 0 : 200d * _right / ((2 * _right) + _extra + _missed);

    public string Counts => $"{_right} right, {_extra} extra, {_missed} missed";

    /// <summary>Counts one message; false where it is not exactly right.</summary>
    public bool Add(IReadOnlyList<string> wanted, IReadOnlyList<string> found)
    {
        var right = wanted.Intersect(found).Count();
        _right += right;
        _extra += found.Count - right;
        _missed += wanted.Count - right;
        return right == wanted.Count && right == found.Count;
    }
}
