namespace AiOs.Agents.Intake.Learning;

/// <summary>The examples of one training, weighed once.</summary>
/// <param name="Rows">The rows of their features; those that count nothing are left out.</param>
/// <param name="Values">What each feature counts, in the same order.</param>
/// <param name="Labels">The numbers of their labels.</param>
internal sealed record WeighedTexts(int[][] Rows, float[][] Values, int[] Labels)
{
    public int Count => Labels.Length;

    /// <summary>A fixed shuffle: the same examples give the same order.</summary>
    public static void Shuffle(int[] order, ref ulong state)
    {
        for (var i = order.Length - 1; i > 0; i--)
        {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            var j = (int)(state % (ulong)(i + 1));
            (order[i], order[j]) = (order[j], order[i]);
        }
    }
}
