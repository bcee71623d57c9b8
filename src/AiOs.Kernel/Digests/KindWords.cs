using AiOs.Contracts.Ids;

namespace AiOs.Kernel.Digests;

/// <summary>What effects are called where they are counted.</summary>
internal static class KindWords
{
    /// <summary>Whether it is the program's own clockwork, which is no news as long as it works.</summary>
    public static bool IsRoutine(EffectKind kind) => kind == EffectKind.JobRun;

    /// <summary>The plural of what was done; a kind without words of its own is called by its name.</summary>
    public static string Of(EffectKind kind) => kind.Value switch
    {
        "email.send" => "mails sent",
        "record.write" => "Records written",
        "record.merge" => "Records merged",
        "record.unmerge" => "Records parted",
        "note.keep" => "notes kept",
        "note.withdraw" => "notes taken back",
        "policy.change" => "changes of the policy",
        "job.run" => "jobs run",
        "playbook.start" => "playbooks started",
        "work.split" => "messages split",
        _ => kind.Value,
    };
}
