namespace AiOs.Bot.Verbs;

/// <summary>The verbs.</summary>
internal static class VerbNames
{
    public const string Serve = "serve";
    public const string Intake = "intake";
    public const string Approve = "approve";
    public const string Reject = "reject";
    public const string Show = "show";
    public const string Verify = "verify";
    public const string Export = "export";
    public const string Rebuild = "rebuild";
    public const string Doctor = "doctor";
}
