namespace AiOs.Kernel.Policy;

/// <summary>What came of reading a policy file.</summary>
internal abstract record PolicyReading
{
    private PolicyReading()
    {
    }

    public sealed record Good(PolicyDocument Document) : PolicyReading;

    /// <summary>The file is refused whole; the policy that held before holds on.</summary>
    /// <param name="Line">Counted from 1.</param>
    /// <param name="Reason">One sentence: what is wrong and what to do.</param>
    public sealed record Bad(int Line, string Reason) : PolicyReading;
}
