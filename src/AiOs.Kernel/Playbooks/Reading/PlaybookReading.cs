namespace AiOs.Kernel.Playbooks.Reading;

/// <summary>What came of reading a playbook.</summary>
internal abstract record PlaybookReading
{
    private PlaybookReading()
    {
    }

    public sealed record Good(PlaybookDocument Document) : PlaybookReading;

    /// <summary>The text is refused whole; the version that held before holds on.</summary>
    /// <param name="Line">Counted from 1.</param>
    /// <param name="Reason">One sentence: what is wrong and what to do.</param>
    public sealed record Bad(int Line, string Reason) : PlaybookReading;
}
