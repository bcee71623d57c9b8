namespace AiOs.Agents.Models.Calls;

/// <summary>What became of one call.</summary>
internal abstract record CallResult
{
    private CallResult()
    {
    }

    /// <summary>The server answered.</summary>
    /// <param name="Text">What it said.</param>
    /// <param name="Usage">What it counted; nothing where it did not say.</param>
    public sealed record Answered(string Text, TokenCount? Usage) : CallResult;

    /// <summary>It did not.</summary>
    /// <param name="Fault">Why not.</param>
    public sealed record Failed(CallFault Fault) : CallResult
    {
        /// <summary>The status it answered with; nothing where there was none.</summary>
        public int? Status { get; init; }

        /// <summary>When it wants to be asked again; nothing where it did not say.</summary>
        public TimeSpan? After { get; init; }

        /// <summary>Whether it certainly did no work: then it cost nothing.</summary>
        public bool IsFree => Fault is CallFault.Busy or CallFault.Broken or CallFault.Unreachable or CallFault.Refused or CallFault.NoAccess;

        /// <summary>Whether the same may be asked again: it failed before it had begun to answer.</summary>
        public bool MayRepeat => Fault is CallFault.Busy or CallFault.Broken or CallFault.Unreachable;
    }

    /// <summary>It was not asked: a cap is reached, or nothing may be spent at present.</summary>
    /// <param name="Sentence">Why.</param>
    public sealed record Denied(string Sentence) : CallResult;
}
