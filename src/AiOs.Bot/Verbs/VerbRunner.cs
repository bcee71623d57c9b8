using AiOs.Bot.Copies;
using AiOs.Bot.Verbs.Checks;
using AiOs.Bot.Verbs.Knowing;
using AiOs.Contracts;

namespace AiOs.Bot.Verbs;

/// <summary>Does a verb, in the host or without one.</summary>
internal sealed class VerbRunner(
    WorkItemVerbs items, DecisionVerbs decisions, JournalVerbs journal, CopyVerbs copies, ForgetVerb forget, ControlVerbs controls, CorrectionVerbs corrections, DoctorVerb doctor)
{
    /// <summary>
    /// Whether a verb takes work further, so that without a host it first takes the policy and every step that is due. Those that read append nothing,
    /// and <c>freeze</c> must not let anything go before it holds.
    /// </summary>
    public static bool Works(string verb) => verb is VerbNames.Intake or VerbNames.Approve or VerbNames.Reject or VerbNames.Undo or VerbNames.Correct or VerbNames.CorrectionsTakeBack;

    public async Task<VerbResult> RunAsync(VerbRequest request, bool hosted, CancellationToken cancellationToken)
    {
        try
        {
            return await (request.Verb switch
            {
                VerbNames.Intake => items.IntakeAsync(request, cancellationToken),
                VerbNames.Approve or VerbNames.Reject => decisions.RunAsync(request, cancellationToken),
                VerbNames.Show => items.ShowAsync(request, cancellationToken),
                VerbNames.Why => items.WhyAsync(request, cancellationToken),
                VerbNames.Undo => decisions.UndoAsync(request, cancellationToken),
                VerbNames.Correct => corrections.CorrectAsync(request, cancellationToken),
                VerbNames.Corrections => corrections.ListAsync(request, cancellationToken),
                VerbNames.CorrectionsTakeBack => corrections.TakeBackAsync(request, cancellationToken),
                VerbNames.Verify => journal.VerifyAsync(request, cancellationToken),
                VerbNames.Export => copies.ExportAsync(request, cancellationToken),
                VerbNames.Backup => copies.BackupAsync(request, cancellationToken),
                VerbNames.Import or VerbNames.Restore => Task.FromResult(VerbResult.Wrong($"A host is running on this data folder; stop it, then {request.Verb}.")),
                VerbNames.Forget => forget.RunAsync(request, cancellationToken),
                VerbNames.Rebuild => journal.RebuildAsync(request, hosted, cancellationToken),
                VerbNames.Doctor => doctor.RunAsync(request, cancellationToken),
                _ => controls.RunAsync(request, cancellationToken) ?? Task.FromResult(VerbResult.Usage($"The running host does not know the verb '{request.Verb}'; it is of another version, so restart it.")),
            });
        }
        catch (AiOsException fault)
        {
            return VerbResult.Wrong(fault.Message);
        }
    }
}
