using AiOs.Contracts;

namespace AiOs.Bot.Verbs;

/// <summary>Does a verb, in the host or without one.</summary>
internal sealed class VerbRunner(WorkItemVerbs items, JournalVerbs journal, DoctorVerb doctor)
{
    /// <summary>Whether a verb changes anything; those that read and <c>export</c> append nothing.</summary>
    public static bool Changes(string verb) => verb is VerbNames.Intake or VerbNames.Approve or VerbNames.Reject;

    public async Task<VerbResult> RunAsync(VerbRequest request, bool hosted, CancellationToken cancellationToken)
    {
        try
        {
            return await (request.Verb switch
            {
                VerbNames.Intake => items.IntakeAsync(request, cancellationToken),
                VerbNames.Approve or VerbNames.Reject => items.DecideAsync(request, cancellationToken),
                VerbNames.Show => items.ShowAsync(request, cancellationToken),
                VerbNames.Verify => journal.VerifyAsync(request, cancellationToken),
                VerbNames.Export => journal.ExportAsync(request, cancellationToken),
                VerbNames.Rebuild => journal.RebuildAsync(request, hosted, cancellationToken),
                VerbNames.Doctor => doctor.RunAsync(request, cancellationToken),
                _ => Task.FromResult(VerbResult.Usage($"The running host does not know the verb '{request.Verb}'; it is of another version, so restart it.")),
            });
        }
        catch (AiOsException fault)
        {
            return VerbResult.Wrong(fault.Message);
        }
    }
}
