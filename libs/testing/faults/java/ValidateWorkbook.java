import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.xmlbeans.XmlError;
import org.apache.xmlbeans.XmlObject;
import org.apache.xmlbeans.XmlOptions;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.SstDocument;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.StyleSheetDocument;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.WorkbookDocument;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.WorksheetDocument;

/** Holds the parts of workbooks against the schemas of ECMA-376. Ends with 1 when one does not keep to them. */
public class ValidateWorkbook {
    public static void main(String[] paths) throws Exception {
        int parts = 0;
        int errors = 0;
        for (String path : paths) {
            try (ZipFile zip = new ZipFile(path)) {
                for (ZipEntry entry : Collections.list(zip.entries())) {
                    XmlObject part = read(zip.getInputStream(entry), entry.getName());
                    if (part == null) continue;
                    parts++;
                    List<XmlError> found = new ArrayList<>();
                    part.validate(new XmlOptions().setErrorListener(found));
                    for (XmlError error : found) System.out.println(path + " " + entry.getName() + ": " + error.getMessage());
                    errors += found.size();
                }
            }
        }
        System.out.println(parts + " parts, " + errors + " errors");
        if (errors > 0 || parts == 0) System.exit(1);
    }

    private static XmlObject read(InputStream content, String name) throws Exception {
        if (name.matches("xl/worksheets/[^/]*\\.xml")) return WorksheetDocument.Factory.parse(content);
        if (name.equals("xl/workbook.xml")) return WorkbookDocument.Factory.parse(content);
        if (name.equals("xl/styles.xml")) return StyleSheetDocument.Factory.parse(content);
        if (name.equals("xl/sharedStrings.xml")) return SstDocument.Factory.parse(content);
        return null;
    }
}
