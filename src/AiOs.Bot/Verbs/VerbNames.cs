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
    public const string PolicyTry = "policy-try";
    public const string PolicyShow = "policy-show";
    public const string Freeze = "freeze";
    public const string Resume = "resume";
    public const string Autonomy = "autonomy";
    public const string AutonomyAccept = "autonomy-accept";
    public const string AutonomyRevoke = "autonomy-revoke";
    public const string Budget = "budget";
    public const string Why = "why";
    public const string Undo = "undo";
    public const string Remember = "remember";
    public const string Recall = "recall";
    public const string Clients = "clients";
    public const string Invoices = "invoices";
    public const string RecordShow = "record-show";
    public const string Correct = "correct";
    public const string Corrections = "corrections";
    public const string CorrectionsTakeBack = "corrections-take-back";
    public const string Import = "import";
    public const string Backup = "backup";
    public const string Restore = "restore";
    public const string Forget = "forget";
    public const string Pair = "pair";
    public const string Devices = "devices";
    public const string DevicesRevoke = "devices-revoke";
}
