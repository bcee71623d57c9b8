namespace AiOs.Kernel.Timing;

/// <summary>The step boundaries of one work item's way.</summary>
internal static class Boundaries
{
    public const string BeforeCommit = "before-commit";
    public const string AfterCommit = "after-commit";
    public const string BeforeCall = "before-call";
    public const string AfterCall = "after-call";
    public const string WhileErasing = "while-erasing";
    public const string BeforeReply = "before-reply";
}
