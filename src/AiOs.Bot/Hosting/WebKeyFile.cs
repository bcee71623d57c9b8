using System.Text;
using AiOs.Channels.Web;
using AiOs.Contracts;
using AiOs.Contracts.Ports;

namespace AiOs.Bot.Hosting;

/// <summary>The web chat's key: the same after a restart, so that an open page goes on working. Delete the file for a new one.</summary>
internal static class WebKeyFile
{
    public static WebKey ReadOrMake(string path, IEntropy entropy)
    {
        if (!File.Exists(path))
        {
            PrivateFile.WriteNew(path, Encoding.ASCII.GetBytes(WebKey.Make(entropy).Text + "\n"));
        }

        try
        {
            return new WebKey(Encoding.ASCII.GetString(PrivateFile.Read(path)).Trim());
        }
        catch (ArgumentException fault)
        {
            throw new AiOsException($"The file {path} holds no web key; delete it, and a new one is made.", fault);
        }
    }
}
