namespace AiOs.Kernel.Journal.Writing;

/// <summary>A decision that waits for the writer.</summary>
/// <param name="Request">What is wanted.</param>
internal sealed record Pending(AppendRequest Request)
{
    public TaskCompletionSource<AppendResult> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>A wait that can be given up, put straight on <see cref="Done"/>, would hop over the thread pool whatever context the caller has.</summary>
    public async Task<AppendResult> ReplyAsync() => await Done.Task;
}
