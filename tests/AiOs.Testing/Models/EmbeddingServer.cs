using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text.Json;
using AiOs.Contracts.Ids;

namespace AiOs.Testing.Models;

/// <summary>
/// A model server over real HTTP that speaks OpenAI's <c>POST /v1/embeddings</c>. Its model counts words, and takes words of one meaning for
/// one, so that a search by meaning finds what a search by words cannot.
/// </summary>
public sealed class EmbeddingServer : IAsyncDisposable
{
    private readonly HttpListener _listener = new();
    private readonly CancellationTokenSource _closed = new();
    private readonly Queue<ModelFault> _faults = [];
    private readonly Lock _gate = new();
    private readonly Task _loop;

    /// <summary>Starts one on a free port of this machine.</summary>
    public EmbeddingServer()
    {
        using (var probe = new TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            Endpoint = new Uri($"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/v1");
        }

        _listener.Prefixes.Add(Endpoint + "/");
        _listener.Start();
        _loop = Task.Run(RunAsync);
    }

    /// <summary>Where it listens.</summary>
    public Uri Endpoint { get; }

    /// <summary>How many values its vectors have.</summary>
    public int Dimensions { get; set; } = 512;

    /// <summary>Words that mean the same as another.</summary>
    public Dictionary<string, string> Synonyms { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Texts that it answers with 400, and the whole request with them.</summary>
    public Predicate<string> Refuses { get; set; } = _ => false;

    /// <summary>How many requests came.</summary>
    public int Requests { get; private set; }

    /// <summary>How many texts it embedded.</summary>
    public int Texts { get; private set; }

    /// <summary>The largest number of texts in a request.</summary>
    public int LargestBatch { get; private set; }

    /// <summary>The key of the last request.</summary>
    public string? Key { get; private set; }

    /// <summary>Whether a fault is left.</summary>
    public bool IsWhole
    {
        get
        {
            lock (_gate)
            {
                return _faults.Count == 0;
            }
        }
    }

    /// <summary>The next answers go wrong so, one each.</summary>
    /// <param name="faults">How, in order.</param>
    public void FailNext(params ReadOnlySpan<ModelFault> faults)
    {
        lock (_gate)
        {
            foreach (var fault in faults)
            {
                _faults.Enqueue(fault);
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_closed.IsCancellationRequested)
        {
            await _closed.CancelAsync();
            _listener.Close();
            await _loop;
            _closed.Dispose();
        }
    }

    private async Task RunAsync()
    {
        var answers = new List<Task>();
        while (!_closed.IsCancellationRequested)
        {
            try
            {
                answers.Add(AnswerAsync(await _listener.GetContextAsync()));
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
            {
                break;
            }
        }

        await Task.WhenAll(answers);
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        try
        {
            using var request = await JsonDocument.ParseAsync(context.Request.InputStream);
            var fault = Count(request, context.Request.Headers["Authorization"]);
            if (fault is ModelFault.Hang)
            {
                await new TaskCompletionSource().Task.WaitAsync(_closed.Token);
            }

            context.Response.StatusCode = fault switch { ModelFault.TooMany => 429, ModelFault.Broken => 500, ModelFault.Unauthorised => 401, ModelFault.Refused => 400, _ => 200 };
            context.Response.ContentType = "application/json";
            await context.Response.OutputStream.WriteAsync(fault is ModelFault.NoJson ? "<html>"u8.ToArray() : Body(request, fault));
            context.Response.Close();
        }
        catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException or IOException or OperationCanceledException)
        {
            // The caller has gone, or the server is being closed: there is nobody to answer.
            context.Response.Abort();
        }
    }

    private ModelFault Count(JsonDocument request, string? authorisation)
    {
        lock (_gate)
        {
            var texts = request.RootElement.GetProperty("input").GetArrayLength();
            Requests++;
            Texts += texts;
            LargestBatch = Math.Max(LargestBatch, texts);
            Key = authorisation;
            return _faults.TryDequeue(out var fault) ? fault
                : request.RootElement.GetProperty("input").EnumerateArray().Any(text => Refuses(text.GetString()!)) ? ModelFault.Refused
                : ModelFault.None;
        }
    }

    private byte[] Body(JsonDocument request, ModelFault fault)
    {
        if (fault is ModelFault.TooMany or ModelFault.Broken or ModelFault.Unauthorised or ModelFault.Refused)
        {
            return """{"error":{"message":"not now","type":"server_error"}}"""u8.ToArray();
        }

        var packed = request.RootElement.TryGetProperty("encoding_format", out var format) && format.GetString() == "base64";
        var vectors = request.RootElement.GetProperty("input").EnumerateArray().Select(text => Embed(text.GetString()!)).ToList();
        if (fault is ModelFault.OneMissing)
        {
            vectors.RemoveAt(vectors.Count - 1);
        }
        else if (fault is ModelFault.Uneven)
        {
            vectors[^1] = vectors[^1][1..];
        }

        return JsonSerializer.SerializeToUtf8Bytes(new
        {
            @object = "list",
            model = request.RootElement.GetProperty("model").GetString(),
            usage = new { prompt_tokens = 1, total_tokens = 1 },
            data = vectors.Select((vector, index) => new
            {
                @object = "embedding",
                index,
                embedding = packed ? (object)Convert.ToBase64String(MemoryMarshal.AsBytes(vector.AsSpan())) : vector,
            }),
        });
    }

    /// <summary>Longer than 1 on purpose: whoever takes it has to make it a unit.</summary>
    private float[] Embed(string text)
    {
        var vector = new float[Dimensions];
        foreach (var word in text.ToLowerInvariant().Split((char[])[' ', '\n', '.', ',', '?'], StringSplitOptions.RemoveEmptyEntries))
        {
            var hash = Digest.Of(System.Text.Encoding.UTF8.GetBytes(Synonyms.GetValueOrDefault(word, word))).Hex;
            vector[Convert.ToInt32(hash[..6], 16) % Dimensions] += 3;
        }

        return vector;
    }
}
