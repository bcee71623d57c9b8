namespace AiOs.Agents.Intake.Classification;

/// <summary>The features of one text that are not zero.</summary>
/// <param name="Rows">Which features.</param>
/// <param name="Values">Their values, in the same order.</param>
internal sealed record SparseVector(int[] Rows, float[] Values)
{
    public float SquaredLength
    {
        get
        {
            var sum = 0f;
            foreach (var value in Values)
            {
                sum += value * value;
            }

            return sum;
        }
    }
}
