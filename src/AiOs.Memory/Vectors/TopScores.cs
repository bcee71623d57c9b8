using AiOs.Contracts.Knowledge;

namespace AiOs.Memory.Vectors;

/// <summary>The best of many, in a heap whose top is the least of them. Of two that are equally good the one whose id comes first is better.</summary>
/// <param name="count">How many are kept.</param>
internal sealed class TopScores(int count)
{
    private static readonly Comparer<KnowledgeScore> WorstFirst = Comparer<KnowledgeScore>.Create(static (one, other) => one.Score != other.Score
        ? one.Score.CompareTo(other.Score)
        : string.CompareOrdinal(other.Item.Value, one.Item.Value));

    private readonly PriorityQueue<KnowledgeScore, KnowledgeScore> _heap = new(count + 1, WorstFirst);

    /// <summary>What is worse than this need not be offered.</summary>
    public double Least { get; private set; } = double.NegativeInfinity;

    /// <summary>Offers one.</summary>
    /// <param name="score">What it scored.</param>
    public void Offer(KnowledgeScore score)
    {
        if (_heap.Count < count)
        {
            _heap.Enqueue(score, score);
        }
        else if (count > 0)
        {
            _heap.EnqueueDequeue(score, score);
        }

        Least = _heap.Count == count && count > 0 ? _heap.Peek().Score : Least;
    }

    /// <summary>What was kept.</summary>
    /// <returns>The best first.</returns>
    public List<KnowledgeScore> Take()
    {
        var best = new List<KnowledgeScore>(_heap.Count);
        while (_heap.TryDequeue(out var score, out _))
        {
            best.Add(score);
        }

        best.Reverse();
        return best;
    }
}
