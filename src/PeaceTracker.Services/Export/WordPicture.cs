using System.Buffers.Binary;
using DocumentFormat.OpenXml.Wordprocessing;
using A = DocumentFormat.OpenXml.Drawing;
using DW = DocumentFormat.OpenXml.Drawing.Wordprocessing;
using Pic = DocumentFormat.OpenXml.Drawing.Pictures;

namespace PeaceTracker.Services.Export;

/// <summary>A picture in the line of a document.</summary>
internal static class WordPicture
{
    // Lengths of drawings are in these; twentieths of a point are 635 of them.
    private const long OfTwentieth = 635;

    // Where a PNG says how wide and how high it is.
    private const int WidthAt = 16, HeightAt = 20;

    /// <summary>A PNG of a part, so many twentieths of a point wide.</summary>
    public static Drawing Of(byte[] png, string part, uint id, string words, int wide)
    {
        var width = wide * OfTwentieth;
        var height = width * BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(HeightAt)) / BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(WidthAt));
        var name = $"Chart {id}";
        return new Drawing(new DW.Inline(
            new DW.Extent { Cx = width, Cy = height },
            new DW.DocProperties { Id = id, Name = name, Description = CellText.Fit(words) },
            new A.Graphic(new A.GraphicData(new Pic.Picture(
                new Pic.NonVisualPictureProperties(
                    new Pic.NonVisualDrawingProperties { Id = id, Name = name, Description = CellText.Fit(words) },
                    new Pic.NonVisualPictureDrawingProperties()),
                new Pic.BlipFill(new A.Blip { Embed = part }, new A.Stretch(new A.FillRectangle())),
                new Pic.ShapeProperties(
                    new A.Transform2D(new A.Offset { X = 0, Y = 0 }, new A.Extents { Cx = width, Cy = height }),
                    new A.PresetGeometry(new A.AdjustValueList()) { Preset = A.ShapeTypeValues.Rectangle }))) { Uri = PictureUri }))
        {
            DistanceFromTop = 0, DistanceFromBottom = 0, DistanceFromLeft = 0, DistanceFromRight = 0,
        });
    }

    private const string PictureUri = "http://schemas.openxmlformats.org/drawingml/2006/picture";
}
