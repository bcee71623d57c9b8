using System.ClientModel;
using System.Globalization;
using System.Text;
using AiOs.Memory;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using Microsoft.SemanticKernel.Connectors.OpenAI;
using OpenAI.Chat;

namespace AiOs.Agents.Models.Calls;

/// <summary>
/// Asks the operator's chat model once. The answer is streamed, so that one that stands still is noticed and one that is too long is cut off. It offers
/// no tools and repeats nothing by itself.
/// </summary>
/// <param name="chat">The model.</param>
/// <param name="timeout">How long an answer may take.</param>
/// <param name="time">The clock.</param>
internal sealed class ChatServer(IChatCompletionService chat, TimeSpan timeout, TimeProvider time)
{
    private const string FormatName = "answer";
    private const int MostCharactersPerToken = 16;
    private const long MostBytes = 8 * 1024 * 1024;

    /// <summary>How long an answer that has begun may stand still.</summary>
    private static readonly TimeSpan Stall = TimeSpan.FromSeconds(20);

    /// <summary>How long an answer may take.</summary>
    public TimeSpan Timeout => timeout;

    /// <summary>The server that options name.</summary>
    public static ChatServer Of(ModelOptions options, TimeProvider time)
    {
        var client = ModelServer.Open(options.Endpoint!, options.ApiKey, retries: 0, System.Threading.Timeout.InfiniteTimeSpan, MostBytes);
        return new ChatServer(new OpenAIChatCompletionService(options.Chat!, client), options.Timeout, time);
    }

    public async Task<CallResult> AskAsync(ChatCall call, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(timeout, time);
        using var stall = new CancellationTokenSource(timeout, time);
        using var all = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stall.Token, cancellationToken);
        try
        {
            return await StreamAsync(call, stall, all.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new CallResult.Failed(CallFault.TimedOut);
        }
        catch (Exception fault) when (fault is not (OutOfMemoryException or OperationCanceledException))
        {
            return FailedBy(fault);
        }
    }

    private async Task<CallResult> StreamAsync(ChatCall call, CancellationTokenSource stall, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        TokenCount? usage = null;
        var ended = false;
        await foreach (var piece in chat.GetStreamingChatMessageContentsAsync(HistoryOf(call), SettingsOf(call), kernel: null, cancellationToken))
        {
            stall.CancelAfter(Stall < timeout ? Stall : timeout);
            text.Append(piece.Content);
            if (text.Length > call.MostTokens * MostCharactersPerToken)
            {
                return new CallResult.Failed(CallFault.TooLong);
            }

            if (piece.InnerContent is StreamingChatCompletionUpdate update)
            {
                usage = CountOf(update.Usage) ?? usage;
                ended |= update.FinishReason is not null;
            }
        }

        return ended ? new CallResult.Answered(text.ToString(), usage) : new CallResult.Failed(CallFault.CutOff);
    }

    private static ChatHistory HistoryOf(ChatCall call)
    {
        var orders = call.IsStrict ? call.Orders : call.Orders + "\n\nThe form, as a JSON schema:\n" + call.Schema.ToJsonString();
        var history = new ChatHistory(orders);
        history.AddUserMessage(call.Data);
        return history;
    }

    private static OpenAIPromptExecutionSettings SettingsOf(ChatCall call) => call.IsStrict
        ? new OpenAIPromptExecutionSettings
        {
            MaxTokens = call.MostTokens,
            Temperature = 0,
            ResponseFormat = ChatResponseFormat.CreateJsonSchemaFormat(FormatName, BinaryData.FromString(call.Schema.ToJsonString()), jsonSchemaIsStrict: true),
        }
        : new OpenAIPromptExecutionSettings { MaxTokens = call.MostTokens };

    private static TokenCount? CountOf(ChatTokenUsage? usage) =>
        usage is { InputTokenCount: >= 0, OutputTokenCount: >= 0 } ? new TokenCount(usage.InputTokenCount, usage.OutputTokenCount) : null;

    private CallResult.Failed FailedBy(Exception fault)
    {
        var refusal = fault as ClientResultException ?? fault.InnerException as ClientResultException;
        var status = refusal?.Status ?? (int?)(fault as HttpOperationException)?.StatusCode ?? 0;
        return status switch
        {
            429 => new CallResult.Failed(CallFault.Busy) { Status = status, After = AfterOf(refusal) },
            408 or >= 500 => new CallResult.Failed(CallFault.Broken) { Status = status, After = AfterOf(refusal) },
            400 or 422 => new CallResult.Failed(CallFault.Refused) { Status = status },
            >= 300 => new CallResult.Failed(CallFault.NoAccess) { Status = status },
            _ => new CallResult.Failed(IsConnect(fault) ? CallFault.Unreachable : CallFault.CutOff),
        };
    }

    /// <summary>Seconds, or a date (RFC 9110 section 10.2.3).</summary>
    private TimeSpan? AfterOf(ClientResultException? refusal)
    {
        if (refusal?.GetRawResponse()?.Headers.TryGetValue("Retry-After", out var value) != true)
        {
            return null;
        }

        return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(seconds)
            : DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) && at > time.GetUtcNow() ? at - time.GetUtcNow()
            : null;
    }

    /// <summary>Nothing was sent; whatever breaks later may have been read.</summary>
    private static bool IsConnect(Exception? fault)
    {
        for (var one = fault; one is not null; one = one.InnerException)
        {
            if (one is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError })
            {
                return true;
            }
        }

        return false;
    }
}
