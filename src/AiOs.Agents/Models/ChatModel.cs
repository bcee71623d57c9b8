using AiOs.Agents.Models.Calls;

namespace AiOs.Agents.Models;

/// <summary>The model that is configured, over OpenAI's protocol.</summary>
internal sealed class ChatModel(MeteredCalls calls, PatientCalls patience) : IModel
{
    private const string AskedAgain = "\n\nYour last answer could not be read. Answer with one JSON object of the given form and nothing else.";

    /// <summary>Whether the server cannot be held to a schema. Found out once, at the first refusal.</summary>
    private volatile bool _isPlain;

    public bool IsConfigured => true;

    public async Task<ModelAnswer<T>> AskAsync<T>(ModelQuestion question, CancellationToken cancellationToken)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(question);
        var call = new ChatCall(question.Prompt.Text, DataBlocks.Of(question.Data), AnswerForm.SchemaOf<T>(), question.MostTokens);
        return await TryAsync<T>(question, call, cancellationToken)
            ?? await TryAsync<T>(question, call with { Orders = call.Orders + AskedAgain }, cancellationToken)
            ?? new ModelAnswer<T>.Missing("its answer could not be used");
    }

    /// <summary>One question with its repeats.</summary>
    /// <returns>The answer or why there is none; nothing where it answered what cannot be read.</returns>
    private async Task<ModelAnswer<T>?> TryAsync<T>(ModelQuestion question, ChatCall call, CancellationToken cancellationToken)
        where T : class
    {
        var result = await CallAsync<T>(question, call with { IsStrict = !_isPlain }, cancellationToken);
        if (result is CallResult.Failed { Fault: CallFault.Refused } && !_isPlain)
        {
            result = await CallAsync<T>(question, call with { IsStrict = false }, cancellationToken);
            _isPlain = result is CallResult.Answered;
        }

        return result switch
        {
            CallResult.Answered answered => AnswerForm.Read<T>(answered.Text) is { } value ? new ModelAnswer<T>.Given(value) : null,
            CallResult.Failed failed => new ModelAnswer<T>.Missing(WhyOf(failed)),
            CallResult.Denied denied => new ModelAnswer<T>.Missing(denied.Sentence),
            _ => new ModelAnswer<T>.Missing("the model server failed several times and is left alone for a while"),
        };
    }

    private Task<CallResult?> CallAsync<T>(ModelQuestion question, ChatCall call, CancellationToken cancellationToken)
        where T : class =>
        patience.RunAsync(token => calls.CallAsync(question, call, static text => AnswerForm.Read<T>(text) is not null, token), cancellationToken);

    private static string WhyOf(CallResult.Failed failed) => failed.Fault switch
    {
        CallFault.Busy => "the model server has too much to do",
        CallFault.Broken => "the model server failed",
        CallFault.Unreachable => "the model server cannot be reached",
        CallFault.Refused => "the model server does not take the question",
        CallFault.NoAccess => "the model server refused; check Model:Endpoint, Model:ApiKey and Model:Chat",
        CallFault.TimedOut => "the model did not answer in time",
        CallFault.TooLong => "its answer was far too long",
        _ => "its answer broke off",
    };
}
