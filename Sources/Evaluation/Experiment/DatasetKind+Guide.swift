extension DatasetKind {
  /// The name of the list of the kind's own class names in `Datasets/classes`.
  var classListName: String {
    switch self {
    case .voc20: "voc20"
    case .voc21: "voc21"
    case .cityscapes: "cityscapes19"
    case .folder: "folder"
    }
  }

  /// Where the data set is published, how it lies when unpacked, and how an experiment is told.
  var guide: String {
    switch self {
    case .voc20, .voc21:
      """
      PASCAL VOC 2012 is published at http://host.robots.ox.ac.uk/pascal/VOC/voc2012/
      as VOCtrainval_11-May-2012.tar. Unpacked, it holds
        VOCdevkit/VOC2012/ImageSets/Segmentation/val.txt
        VOCdevkit/VOC2012/JPEGImages/2007_000033.jpg …
        VOCdevkit/VOC2012/SegmentationClass/2007_000033.png …
      Say where it is: --data DIR with the folder that holds VOCdevkit, or --set dataset.root=DIR
      """
    case .cityscapes:
      """
      Cityscapes is published at https://www.cityscapes-dataset.com/downloads/
      as leftImg8bit_trainvaltest.zip and gtFine_trainvaltest.zip. Unpacked into a folder cityscapes,
      they hold
        cityscapes/leftImg8bit/val/frankfurt/frankfurt_000000_000294_leftImg8bit.png …
        cityscapes/gtFine/val/frankfurt/frankfurt_000000_000294_gtFine_labelIds.png …
      Say where it is: --data DIR with the folder that holds cityscapes, or --set dataset.root=DIR
      """
    case .folder:
      """
      A data set of the kind folder holds
        images/ID.jpg …   as `images` and `imageSuffix` say
        labels/ID.png …   as `labels` and `labelSuffix` say
      Say where it is: --set dataset.root=DIR
      """
    }
  }
}
